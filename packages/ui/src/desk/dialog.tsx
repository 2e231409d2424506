import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';

/** Lies over the page until it is answered or left; focus stays in it, and goes back afterwards. */
export function Dialog(props: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** Of the button that leaves it. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const { isOpen, onOpenChange, title, closeLabel, children, wide = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-center bg-black/50 p-0 sm:items-center sm:p-6"
    >
      <Modal className={`box max-h-[90dvh] w-full overflow-y-auto shadow-xl ${wide ? 'sm:max-w-3xl' : 'sm:max-w-lg'}`}>
        <AriaDialog className="flex flex-col gap-4 p-5 outline-none sm:p-6">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="pt-2 text-lg font-semibold">
              {title}
            </Heading>
            <Button look="plain" aria-label={closeLabel} onPress={() => onOpenChange(false)}>
              <Cross />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Cross() {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d="M5 5l10 10M15 5L5 15" strokeLinecap="round" />
    </svg>
  );
}
