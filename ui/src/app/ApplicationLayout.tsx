import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { applicationQuery } from "@/api/queries";
import { Loaded } from "@/design/components/Loaded";

/** The application itself must be there before any of its pages is. */
export function ApplicationLayout() {
  const { applicationId } = useParams({ from: "/inside/applications/$applicationId" });
  const query = useQuery(applicationQuery(applicationId));
  return <Loaded query={query} rows={8} what="The application could not be loaded.">{() => <Outlet />}</Loaded>;
}
