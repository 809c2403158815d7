import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import type { ImportResult } from "@/api/types";
import type { Picked } from "./files";
import { worthSending } from "./files";

export type Importing = { busy: boolean; error: unknown; result: ImportResult | null; count: number; start: (picked: Picked[]) => Promise<void>; reset: () => void };

export function useImport(applicationId: string, branch?: string): Importing {
  const client = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; error: unknown; result: ImportResult | null; count: number }>({ busy: false, error: null, result: null, count: 0 });

  async function start(picked: Picked[]) {
    const { zip, files } = worthSending(picked);
    if (!zip && files.length === 0) {
      setState({ busy: false, error: new Error("There is no test file (.md) among what was chosen."), result: null, count: 0 });
      return;
    }
    setState({ busy: true, error: null, result: null, count: zip ? 1 : files.length });
    try {
      const path = `/v1/applications/${applicationId}/imports`;
      let result: ImportResult;
      if (zip) {
        const form = new FormData();
        form.append("file", zip, zip.name);
        if (branch !== undefined) form.append("branch", branch);
        result = await api.post<ImportResult>(path, undefined, { form });
      } else {
        const contents = await Promise.all(files.map(async ({ path: name, file }) => ({ path: name, content: await file.text() })));
        result = await api.post<ImportResult>(path, { files: contents, branch });
      }
      await Promise.all([client.invalidateQueries({ queryKey: ["tests", applicationId] }), client.invalidateQueries({ queryKey: ["applications"] })]);
      setState({ busy: false, error: null, result, count: 0 });
    } catch (error) {
      setState({ busy: false, error, result: null, count: 0 });
    }
  }

  return { ...state, start, reset: () => setState({ busy: false, error: null, result: null, count: 0 }) };
}
