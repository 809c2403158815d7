import type { ReactNode } from "react";
import { Logo } from "@/app/Logo";

/** The pages before the sign-in. */
export function Gate({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <main id="content" className="flex min-h-dvh flex-col items-center justify-center gap-5 p-4">
      <Logo />
      <div className="w-full max-w-sm rounded-md border border-line bg-surface p-5">
        <h1 className="m-0 text-xl">{title}</h1>
        {note && <div className="mt-1 text-muted">{note}</div>}
        <div className="mt-4">{children}</div>
      </div>
    </main>
  );
}
