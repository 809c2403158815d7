import { Tabs as RadixTabs } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = { id: string; title: string; note?: ReactNode; content: ReactNode };

export function Tabs({ label, tabs, value, onChange }: { label: string; tabs: Tab[]; value?: string; onChange?: (id: string) => void }) {
  return (
    <RadixTabs.Root value={value} onValueChange={onChange} defaultValue={value === undefined ? tabs[0]?.id : undefined} className="min-w-0">
      <RadixTabs.List aria-label={label} className="mb-3 flex overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <RadixTabs.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-muted outline-offset-[-2px] hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {tab.title}
            {tab.note !== undefined && <span className="ml-1.5 text-sm text-muted">{tab.note}</span>}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => <RadixTabs.Content key={tab.id} value={tab.id} className="min-w-0">{tab.content}</RadixTabs.Content>)}
    </RadixTabs.Root>
  );
}
