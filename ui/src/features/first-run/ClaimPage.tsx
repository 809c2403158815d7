import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { sessionQuery } from "@/api/queries";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Failure } from "@/design/components/States";
import { Gate } from "@/features/sign-in/Gate";

/** The token is after the #, or a query parameter: what is after the # never reaches a log. */
function tokenOfAddress(): string {
  const hash = new URLSearchParams(location.hash.slice(1));
  return hash.get("token") ?? new URLSearchParams(location.search).get("token") ?? "";
}

export function ClaimPage() {
  usePageTitle("Claim this server");
  const [token] = useState(tokenOfAddress);
  const client = useQueryClient();
  const navigate = useNavigate();
  const claim = useAction(() => api.post("/v1/session/claim", { token }), {
    then: async () => {
      history.replaceState(null, "", "/claim");
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: "/welcome" });
    },
  });
  return (
    <Gate title="Claim this server" note="You become its owner on this machine. No account elsewhere is needed, and you can add a password later in the settings.">
      {token ? (
        <div className="flex flex-col gap-3">
          {claim.isError && <Failure error={claim.error} what="The link did not work." />}
          <Button look="primary" busy={claim.isPending} onClick={() => claim.mutate(undefined)}>Become the owner</Button>
        </div>
      ) : (
        <p role="alert" className="m-0">The link is not whole: its token is missing. Copy it again from the window where the server was started.</p>
      )}
    </Gate>
  );
}
