import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Tab } from "@/design/components/Tabs";
import { Tabs } from "@/design/components/Tabs";

/** Tabs of a page: which one is open stands in the address, so that a link leads to it and loading again stays there. */
export function AddressedTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const open = tabs.find((entry) => entry.id === tab) ?? tabs[0]!;
  const choose = (id: string) => void navigate({ to: ".", search: ((before: object) => ({ ...before, tab: id === tabs[0]!.id ? undefined : id })) as never, replace: true, ignoreBlocker: true });
  return <Tabs label={label} tabs={tabs} value={open.id} onChange={choose} />;
}
