import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { usePageTitle } from "@/app/usePageTitle";
import { useMay } from "@/app/useSession";
import { api } from "@/api/client";
import { deliveriesQuery, webhooksQuery } from "@/api/queries";
import type { Delivery, WebhookMade } from "@/api/types";
import { useAction } from "@/api/useAction";
import { Button } from "@/design/components/Button";
import { Confirm, Dialog } from "@/design/components/Dialogs";
import { Loaded } from "@/design/components/Loaded";
import { When } from "@/design/components/Moments";
import { Pager, usePaging } from "@/design/components/Pages";
import { PageHeader, Panel } from "@/design/components/Panel";
import { Empty, Failure } from "@/design/components/States";
import { Status } from "@/design/components/Status";
import { Secret } from "./NewWebhookDialog";
import { Table } from "@/design/components/Table";

export function WebhookPage() {
  const { webhookId } = useParams({ from: "/inside/webhooks/$webhookId" });
  const webhooks = useQuery(webhooksQuery);
  const paging = usePaging();
  const deliveries = useQuery(deliveriesQuery(webhookId, paging.cursor));
  const may = useMay("administer");
  const navigate = useNavigate();
  const webhook = webhooks.data?.find((entry) => entry.id === webhookId);
  usePageTitle("Deliveries", webhook?.url ?? "Webhook");
  const stale = [["webhooks"]];
  const remove = useAction(() => api.delete(`/v1/webhooks/${webhookId}`), { stale, said: "The webhook was deleted.", then: () => void navigate({ to: "/webhooks" }) });
  const replay = useAction((delivery: Delivery) => api.post(`/v1/webhooks/${webhookId}/deliveries/${delivery.id}/replay`), { stale: [["webhooks", webhookId, "deliveries"]], said: "It is on its way again." });
  const ping = useAction(() => api.post(`/v1/webhooks/${webhookId}/ping`), { stale: [["webhooks", webhookId, "deliveries"]], said: "A test is on its way." });
  const toggle = useAction((isEnabled: boolean) => api.patch(`/v1/webhooks/${webhookId}`, { isEnabled }, webhook?.version), { stale });
  const rotate = useAction(() => api.post<WebhookMade>(`/v1/webhooks/${webhookId}/secret`), { stale });
  const wrong = [replay, ping, toggle, rotate].find((action) => action.isError);
  return (
    <>
      <PageHeader
        title={webhook?.url ?? "Webhook"}
        above={<Link to="/webhooks">Webhooks</Link>}
        note={webhook && (webhook.isEnabled ? "On" : "Paused")}
        actions={may && webhook && (
          <>
            <Button busy={ping.isPending} onClick={() => ping.mutate(undefined)}>Send a test</Button>
            <Button busy={toggle.isPending} onClick={() => toggle.mutate(!webhook.isEnabled)}>{webhook.isEnabled ? "Pause" : "Resume"}</Button>
            <Button busy={rotate.isPending} onClick={() => rotate.mutate(undefined)}>New secret</Button>
            <Confirm trigger={<Button look="danger">Delete</Button>} title="Delete this webhook?" action="Delete" onConfirm={() => remove.mutateAsync(undefined)}>Nothing is sent to it from now on.</Confirm>
          </>
        )}
      />
      <Panel title="Deliveries" flush>
        {wrong && <Failure error={wrong.error} what="That did not work." />}
        <Loaded query={deliveries} what="The deliveries could not be loaded.">
          {(page) => page.items.length === 0 ? <Empty title="Nothing was sent yet." /> : (
            <>
            <Table
              caption="Deliveries"
              rows={page.items}
              rowKey={(delivery) => delivery.id}
              columns={[
                { key: "event", title: "Event", cell: (delivery) => <code>{delivery.event}</code> },
                { key: "status", title: "State", cell: (delivery) => <Status value={delivery.status} /> },
                { key: "answer", title: "Answer", cell: (delivery) => <><span>{delivery.lastStatus ?? ""}</span> {delivery.lastError && <span className="wrap-anywhere text-fail">{delivery.lastError}</span>}</> },
                { key: "attempts", title: "Tries", align: "right", hideOnPhone: true, cell: (delivery) => delivery.attempts },
                { key: "when", title: "When", hideOnPhone: true, cell: (delivery) => <When at={delivery.deliveredAt ?? delivery.createdAt} /> },
                { key: "actions", title: "", align: "right", cell: (delivery) => may && <Button small icon={<RotateCw size={13} aria-hidden />} busy={replay.isPending && replay.variables?.id === delivery.id} onClick={() => replay.mutate(delivery)}>Send again</Button> },
              ]}
            />
            <Pager paging={paging} next={page.next} />
            </>
          )}
        </Loaded>
      </Panel>
      <Dialog open={rotate.isSuccess} onOpenChange={(open) => !open && rotate.reset()} title="The new secret">{rotate.data && <Secret secret={rotate.data.secret} onClose={rotate.reset} />}</Dialog>
    </>
  );
}
