/** How to mend it, in the browser at hand. Where browsers moved things between versions, the words name what all of them show. */
import type { MessageKey } from '../texts/areas.ts';
import type { BrowserInUse } from './browser-in-use.ts';
import type { CameraTrouble } from './camera-trouble.ts';

type Key = MessageKey<'capture'>;

/** Where on the browser's frame to press; null where it is not in the browser. `mark` is what the place looks like. */
export type WhereToPress = {
  readonly bar: 'top' | 'bottom';
  readonly at: 'start' | 'end';
  readonly mark: 'lock' | 'camera' | 'sliders' | 'page';
};

export type Mending = { readonly steps: readonly Key[]; readonly where: WhereToPress | null };

const AGAIN = 'step_try_again';
const start = (mark: WhereToPress['mark']): WhereToPress => ({ bar: 'top', at: 'start', mark });
const inBrowser = (where: WhereToPress, ...steps: readonly Key[]): Mending => ({ where, steps: [...steps, AGAIN] });
const elsewhere = (...steps: readonly Key[]): Mending => ({ where: null, steps: [...steps, AGAIN] });

/** What to do about a trouble. Never empty: where nothing mends it, it says what else there is. */
export function mendingOf(trouble: CameraTrouble, { browser, platform }: BrowserInUse): Mending {
  switch (trouble) {
    case 'denied_by_person':
      return permissionOf({ browser, platform });
    case 'denied_by_system':
      return systemPermissionOf({ browser, platform });
    case 'denied_by_frame':
      return { where: null, steps: ['step_own_tab'] };
    case 'insecure_context':
      return { where: null, steps: ['step_use_file', 'step_tell_sender'] };
    case 'interface_missing':
      return { where: null, steps: ['step_other_browser', 'step_update_browser', 'step_use_file'] };
    case 'no_camera':
      return platform === 'desktop'
        ? elsewhere('step_connect_camera', 'step_phone_or_file')
        : elsewhere('step_restart_device', 'step_phone_or_file');
    case 'in_use':
      return elsewhere('step_close_apps', 'step_close_tabs');
    case 'black_frames':
      return platform === 'desktop'
        ? elsewhere('step_uncover_lens', 'step_camera_key')
        : elsewhere('step_uncover_lens', 'step_close_apps');
    case 'no_frames':
    case 'other':
      return elsewhere('step_close_apps', 'step_restart_browser');
  }
}

function permissionOf({ browser, platform }: BrowserInUse): Mending {
  if (platform === 'ios') {
    return browser === 'safari'
      ? inBrowser(
          { bar: 'bottom', at: 'start', mark: 'page' },
          'step_ios_page_menu',
          'step_ios_website_settings',
          'step_camera_allow',
        )
      : elsewhere('step_open_settings', 'step_find_browser', 'step_camera_on');
  }
  switch (browser) {
    case 'chrome':
    case 'edge':
      return platform === 'android'
        ? inBrowser(start('sliders'), 'step_icon_before_address', 'step_permissions', 'step_camera_on')
        : inBrowser(start('sliders'), 'step_icon_before_address', 'step_camera_on');
    case 'firefox':
      return platform === 'android'
        ? inBrowser(start('lock'), 'step_lock', 'step_camera_allow')
        : inBrowser(start('camera'), 'step_crossed_camera', 'step_clear_block');
    case 'samsung':
      return inBrowser(start('lock'), 'step_lock', 'step_permissions', 'step_camera_allow');
    case 'safari':
      return inBrowser({ bar: 'top', at: 'start', mark: 'page' }, 'step_mac_site_settings', 'step_camera_allow');
    case 'other':
      return inBrowser(start('lock'), 'step_site_settings', 'step_camera_allow');
  }
}

function systemPermissionOf({ platform }: BrowserInUse): Mending {
  switch (platform) {
    case 'ios':
      return elsewhere('step_open_settings', 'step_find_browser', 'step_camera_on');
    case 'android':
      return elsewhere('step_open_settings', 'step_android_app', 'step_camera_allow');
    case 'desktop':
      return elsewhere('step_privacy_settings', 'step_browser_may', 'step_restart_browser');
  }
}
