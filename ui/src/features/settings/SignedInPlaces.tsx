import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import { signedInPlacesQuery } from "@/api/queries";
import type { SignedInPlace } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Panel } from "@/design/components/Panel";
import { Badge } from "@/design/components/Status";

export function SignedInPlaces() {
  const places = useQuery(signedInPlacesQuery);
  return (
    <Panel title="Where you are signed in" flush>
      <Loaded query={places} rows={2}>
        {(all) => <ul className="m-0 list-none p-0">{all.map((place) => <Place key={place.id} place={place} />)}</ul>}
      </Loaded>
    </Panel>
  );
}

function Place({ place }: { place: SignedInPlace }) {
  const end = useAction(() => api.delete(`/v1/account/sessions/${place.id}`), { stale: [["signed-in-places"]], said: "Signed out there." });
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line px-3.5 py-2 last:border-b-0">
      <span className="min-w-0 flex-1 basis-48"><span className="block truncate">{place.userAgent ?? "An unnamed program"}</span><span className="text-sm text-muted">{place.address ?? "no address"} · <When at={place.lastSeenAt} /></span></span>
      {place.isCurrent ? <Badge tone="pass">Here</Badge> : <Button small busy={end.isPending} onClick={() => end.mutate(undefined)}>Sign out there</Button>}
    </li>
  );
}
