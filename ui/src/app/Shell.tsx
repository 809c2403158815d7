import { Outlet, useRouterState } from "@tanstack/react-router";
import { Menu, X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import { Suspense, useEffect, useState } from "react";
import { IconButton } from "@/design/components/Button";
import { Skeleton } from "@/design/components/States";
import { AccountMenu } from "./AccountMenu";
import { Logo } from "./Logo";
import { Navigation } from "./Navigation";

/** Navigation at the left; on a phone behind a button. */
export function Shell() {
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_1fr]">
      <a href="#content" className="skip-link">Skip to the content</a>
      <header className="flex h-12 items-center gap-2 border-b border-line bg-surface px-2 lg:hidden">
        <RadixDialog.Root open={open} onOpenChange={setOpen}>
          <RadixDialog.Trigger asChild><IconButton label="Menu" icon={<Menu size={19} aria-hidden />} /></RadixDialog.Trigger>
          <RadixDialog.Portal>
            <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
            <RadixDialog.Content aria-describedby={undefined} className="fixed inset-y-0 left-0 z-50 flex w-64 flex-col overflow-y-auto bg-surface shadow-float">
              <div className="flex h-12 items-center justify-between px-3">
                <RadixDialog.Title className="m-0 text-base">Menu</RadixDialog.Title>
                <RadixDialog.Close asChild><IconButton label="Close the menu" icon={<X size={18} aria-hidden />} /></RadixDialog.Close>
              </div>
              <Navigation />
              <AccountMenu />
            </RadixDialog.Content>
          </RadixDialog.Portal>
        </RadixDialog.Root>
        <Logo />
      </header>
      <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface lg:flex">
        <div className="flex h-13 shrink-0 items-center px-3.5"><Logo /></div>
        {/* What is lower than the window scrolls by itself: who is signed in, and the way out, stay in sight. */}
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto"><Navigation /></div>
        <AccountMenu />
      </aside>
      <main id="content" tabIndex={-1} className="min-w-0 px-3 py-4 sm:px-6 sm:py-5">
        <div className="mx-auto max-w-7xl">
          <Suspense fallback={<Skeleton rows={8} />}><Outlet /></Suspense>
        </div>
      </main>
    </div>
  );
}
