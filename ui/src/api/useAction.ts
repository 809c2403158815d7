import type { QueryKey } from "@tanstack/react-query";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useToasts } from "@/design/components/Toasts";

/** A change: what it makes stale is fetched again, and a line says that it was done. The error stays with the form. */
export function useAction<Input, Output>(run: (input: Input) => Promise<Output>, options: { stale?: QueryKey[]; said?: string | ((output: Output, input: Input) => string); then?: (output: Output, input: Input) => void } = {}) {
  const client = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: run,
    onSuccess: async (output, input) => {
      await Promise.all((options.stale ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
      if (options.said) toasts.done(typeof options.said === "string" ? options.said : options.said(output, input));
      options.then?.(output, input);
    },
  });
}
