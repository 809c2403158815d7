import { X } from "lucide-react";
import { AlertDialog as RadixAlert, Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useState } from "react";
import { Button, IconButton } from "./Button";
import { classes } from "./classes";
import { Failure } from "./States";

const scrim = "fixed inset-0 z-40 bg-scrim";
const box = "fixed z-50 flex max-h-[92dvh] flex-col rounded-md border border-line bg-surface shadow-float left-1/2 top-1/2 -translate-x-1/2 -translate-y-1/2 w-[min(94vw,34rem)]";

export function Dialog({ open, onOpenChange, title, description, children, footer, wide }: {
  open: boolean; onOpenChange: (open: boolean) => void; title: string; description?: string; children: ReactNode; footer?: ReactNode; wide?: boolean;
}) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrim} />
        <RadixDialog.Content className={classes(box, wide && "sm:w-[min(94vw,52rem)]")} {...(description ? {} : { "aria-describedby": undefined })}>
          <div className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="m-0 text-lg">{title}</RadixDialog.Title>
              {description && <RadixDialog.Description className="m-0 mt-0.5 text-muted">{description}</RadixDialog.Description>}
            </div>
            <RadixDialog.Close asChild><IconButton label="Close" icon={<X size={17} aria-hidden />} /></RadixDialog.Close>
          </div>
          <div className="overflow-y-auto p-4">{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Asks before something that cannot be taken back, and shows why it did not work when it did not. */
export function Confirm({ trigger, title, children, action, onConfirm }: {
  trigger: ReactNode; title: string; children: ReactNode; action: string; onConfirm: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  async function confirm() {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      setOpen(false);
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  }
  return (
    <RadixAlert.Root open={open} onOpenChange={(next) => { setOpen(next); setError(null); }}>
      <RadixAlert.Trigger asChild>{trigger}</RadixAlert.Trigger>
      <RadixAlert.Portal>
        <RadixAlert.Overlay className={scrim} />
        <RadixAlert.Content className={box}>
          <div className="px-4 pt-4">
            <RadixAlert.Title className="m-0 text-lg">{title}</RadixAlert.Title>
            <RadixAlert.Description asChild><div className="mt-1.5 text-muted">{children}</div></RadixAlert.Description>
            {error !== null && <Failure error={error} what="That did not work." />}
          </div>
          <div className="flex flex-wrap justify-end gap-2 p-4">
            <RadixAlert.Cancel asChild><Button>Keep it</Button></RadixAlert.Cancel>
            <Button look="danger" busy={busy} onClick={() => void confirm()}>{action}</Button>
          </div>
        </RadixAlert.Content>
      </RadixAlert.Portal>
    </RadixAlert.Root>
  );
}
