import { useNavigate } from "@tanstack/react-router";
import { api } from "@/api/client";
import { useAction } from "@/api/useAction";

/** Runs tests of a suite run again, where and as they ran, and goes there; without names those that were not well, or all. */
export function useRerun(suiteRunId: string) {
  const navigate = useNavigate();
  return useAction((testIds: string[] | undefined) => api.post<{ id: string }>(`/v1/suite-runs/${suiteRunId}/rerun`, { testIds }, { once: true }), {
    stale: [["suite-runs"], ["dashboard"]],
    then: (made) => void navigate({ to: "/suite-runs/$suiteRunId", params: { suiteRunId: made.id } }),
  });
}
