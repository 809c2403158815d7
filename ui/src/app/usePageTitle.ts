import { useEffect } from "react";

/** The title of the window, the most telling word first. */
export function usePageTitle(...parts: (string | null | undefined)[]) {
  const title = [...parts.filter(Boolean), "Autonoma"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
