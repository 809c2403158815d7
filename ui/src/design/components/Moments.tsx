import { useEffect, useState } from "react";

export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return "–";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  const minutes = Math.floor(ms / 60_000);
  return minutes < 60 ? `${minutes} min ${Math.round((ms % 60_000) / 1000)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function ago(from: Date, now: Date): string {
  const seconds = Math.round((now.getTime() - from.getTime()) / 1000);
  const past = seconds >= 0;
  const size = Math.abs(seconds);
  const text = size < 45 ? "moments" : size < 3600 ? `${Math.max(1, Math.round(size / 60))} min` : size < 86_400 ? `${Math.round(size / 3600)} h` : `${Math.round(size / 86_400)} d`;
  if (text === "moments") return past ? "just now" : "in moments";
  return past ? `${text} ago` : `in ${text}`;
}

export function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? word : `${word}s`}`;
}

/** How long ago, with the exact time for who asks. */
export function When({ at }: { at: string | null | undefined }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (!at) return <span className="text-muted">–</span>;
  const moment = new Date(at);
  return <time dateTime={at} title={moment.toLocaleString()} className="whitespace-nowrap">{ago(moment, now)}</time>;
}

/** Counts while something goes on. */
export function Elapsed({ since, until }: { since: string | null | undefined; until?: string | null }) {
  const [now, setNow] = useState(() => Date.now());
  const open = Boolean(since) && !until;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [open]);
  if (!since) return <>–</>;
  return <>{duration(Math.max(0, (until ? Date.parse(until) : now) - Date.parse(since)))}</>;
}
