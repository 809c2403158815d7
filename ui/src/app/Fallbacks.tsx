import { Link } from "@tanstack/react-router";
import { buttonClasses } from "@/design/components/Button";
import { Empty, Failure } from "@/design/components/States";

export function NotFound() {
  return (
    <main id="content">
      <h1 className="sr-only">Not found</h1>
      <Empty title="There is no page at this address." action={<Link to="/" className={buttonClasses("primary")}>To the dashboard</Link>}>
        It may have been moved or removed.
      </Empty>
    </main>
  );
}

export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <main id="content" className="p-4">
      <h1 className="sr-only">Something went wrong</h1>
      <Failure error={error} what="This page could not be shown." retry={reset ?? (() => location.reload())} />
    </main>
  );
}
