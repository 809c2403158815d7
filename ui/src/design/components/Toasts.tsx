import { X } from "lucide-react";
import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import { IconButton } from "./Button";

type Toast = { id: number; text: string; tone: "done" | "wrong" };
const Context = createContext<{ done: (text: string) => void; wrong: (text: string) => void } | null>(null);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const add = useCallback((text: string, tone: Toast["tone"]) => {
    const id = Date.now() + Math.random();
    setToasts((all) => [...all.slice(-2), { id, text, tone }]);
    // What went wrong stays until it was read.
    if (tone === "done") setTimeout(() => close(id), 6000);
  }, [close]);
  const value = useMemo(() => ({ done: (text: string) => add(text, "done"), wrong: (text: string) => add(text, "wrong") }), [add]);
  return (
    <Context value={value}>
      {children}
      <div role="status" aria-live="polite" className="pointer-events-none fixed right-3 bottom-3 left-3 z-60 flex flex-col items-end gap-2">
        {toasts.map((toast) => (
          <div key={toast.id} className="pointer-events-auto flex max-w-md items-center gap-2 rounded-md border border-line bg-surface py-1.5 pr-1.5 pl-3 shadow-float">
            <span className={toast.tone === "wrong" ? "wrap-anywhere text-fail" : "wrap-anywhere"}>{toast.text}</span>
            <IconButton label="Dismiss" icon={<X size={15} aria-hidden />} onClick={() => close(toast.id)} />
          </div>
        ))}
      </div>
    </Context>
  );
}

export function useToasts() {
  const value = useContext(Context);
  if (!value) throw new Error("ToastProvider is missing.");
  return value;
}
