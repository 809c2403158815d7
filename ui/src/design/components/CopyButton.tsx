import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button";

/** Browsers have a clipboard only where a page came by https or from this machine; elsewhere it is copied as people do it, from a field. */
async function put(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // It was forbidden; the other way may still be allowed.
    }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  // Beside what has the focus: a dialog takes it back from everything outside.
  (document.activeElement?.parentElement ?? document.body).append(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    if (!await put(text)) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <Button small icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={() => void copy()}>
      {copied ? "Copied" : label}
    </Button>
  );
}
