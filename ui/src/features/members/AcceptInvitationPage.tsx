import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { usePageTitle } from "@/app/usePageTitle";
import { api } from "@/api/client";
import { sessionQuery } from "@/api/queries";
import type { InvitationPreview } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button, buttonClasses } from "@/design/components/Button";
import { Loaded } from "@/design/components/Loaded";
import { Failure } from "@/design/components/States";
import { Gate } from "@/features/sign-in/Gate";

export function AcceptInvitationPage() {
  usePageTitle("Invitation");
  const { token } = useParams({ from: "/invitations/$token" });
  const session = useQuery(sessionQuery);
  const preview = useQuery({ queryKey: ["invitation", token], queryFn: ({ signal }) => api.get<InvitationPreview>(`/v1/invitations/${encodeURIComponent(token)}/preview`, undefined, signal) });
  const client = useQueryClient();
  const navigate = useNavigate();
  const accept = useAction(() => api.post(`/v1/invitations/${encodeURIComponent(token)}/accept`), {
    then: async () => {
      client.clear();
      await navigate({ to: "/" });
    },
  });
  return (
    <Gate title="You are invited" note={preview.data && <>to {preview.data.organization}, as {preview.data.role}: {preview.data.email}</>}>
      {preview.isError && <Failure error={preview.error} what="This invitation does not hold." />}
      <Loaded query={session}>
        {(data) => preview.isError ? <Link to="/" className={buttonClasses()}>To the start</Link> : data.user ? (
          <div className="flex flex-col gap-3">
            <p className="m-0">You join as {data.user.email}.</p>
            {accept.isError && <Failure error={accept.error} what="The invitation was not accepted." />}
            <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate(undefined)}>Accept the invitation</Button>
          </div>
        ) : (
          <div className="flex flex-col gap-3">
            <p className="m-0">Sign in or create an account with the address that was invited; then you come back here.</p>
            <Link to="/sign-in" search={{ to: `/invitations/${token}` }} className={buttonClasses("primary")}>Go on</Link>
          </div>
        )}
      </Loaded>
    </Gate>
  );
}
