import { useNavigate } from "@tanstack/react-router";
import { api } from "@/api/client";
import { useAction } from "@/api/useAction";

/** Runs the given tests again and goes there. */
export function useRerun(applicationId: string) {
  const navigate = useNavigate();
  return useAction((testIds: string[]) => api.post<{ id: string }>(`/v1/applications/${applicationId}/suite-runs`, { testIds }, { once: true }), {
    stale: [["suite-runs"], ["dashboard"]],
    then: (made) => void navigate({ to: "/suite-runs/$suiteRunId", params: { suiteRunId: made.id } }),
  });
}
