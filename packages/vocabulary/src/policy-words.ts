import { PRODUCTION_POLICY } from './policies/production.policy.ts';
import { TRY_OUT_POLICY } from './policies/try-out.policy.ts';
import type { ReportLanguage } from './texts/report-language.ts';

/** The name or operator of a policy as it is told in a language. Those that ship are ours to translate; any other stays as it is. */
export function policyWords(text: string, { say }: Pick<ReportLanguage, 'say'>): string {
  switch (text) {
    case TRY_OUT_POLICY.name:
      return say('try_out_policy');
    case TRY_OUT_POLICY.operator:
      return say('try_out_operator');
    case PRODUCTION_POLICY.name:
      return say('production_policy');
    case PRODUCTION_POLICY.operator:
      return say('production_operator');
    default:
      return text;
  }
}
