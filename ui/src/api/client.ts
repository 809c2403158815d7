import { ApiError } from "./errors";

let csrf = "";

/** The token that belongs to the session cookie; every change of state carries it. */
export function rememberCsrf(token: string | null | undefined) {
  csrf = token ?? "";
}

export function currentCsrf(): string {
  return csrf;
}

type Query = Record<string, string | number | boolean | null | undefined>;
type Options = { query?: Query; body?: unknown; form?: FormData; version?: number; once?: boolean; signal?: AbortSignal };

function address(path: string, query?: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== null && value !== undefined && value !== "") parameters.set(name, String(value));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

async function failure(response: Response): Promise<ApiError> {
  const fallback = response.status === 401 ? "You are not signed in." : response.status === 403 ? "Your role does not allow this." : response.status === 404 ? "This does not exist, or not for you." : `The server answered ${response.status}.`;
  try {
    const problem = (await response.json()) as { code?: string; title?: string; detail?: string; errors?: unknown };
    const errors = Array.isArray(problem.errors) ? (problem.errors as { path?: string; message: string }[]) : [];
    // An address that means nothing to the server is to a person a thing that does not exist.
    if (problem.code === "route.not_found") return new ApiError(response.status, problem.code, fallback, []);
    return new ApiError(response.status, problem.code ?? null, problem.detail || problem.title || fallback, errors);
  } catch {
    return new ApiError(response.status, null, fallback, []);
  }
}

/** A word that no request had before. Browsers make UUIDs by themselves only where a page came by https or from this machine. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET" && csrf) headers["X-CSRF-Token"] = csrf;
  if (options.version !== undefined) headers["If-Match"] = `"${options.version}"`;
  if (options.once) headers["Idempotency-Key"] = newKey();
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: "same-origin",
      signal: options.signal,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "network", "The server could not be reached.", []);
  }
  if (!response.ok) throw await failure(response);
  if (response.status === 204 || response.headers.get("content-length") === "0") return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>("GET", path, { query, signal }),
  post: <T>(path: string, body?: unknown, options?: Options) => send<T>("POST", path, { ...options, body: body ?? (options?.form ? undefined : {}) }),
  put: <T>(path: string, body: unknown, version?: number, query?: Query) => send<T>("PUT", path, { body, version, query }),
  patch: <T>(path: string, body: unknown, version?: number) => send<T>("PATCH", path, { body, version }),
  delete: <T>(path: string, body?: unknown, query?: Query) => send<T>("DELETE", path, { body, query }),
};

/** Follows the cursor to the end; for lists that are shown whole. */
export async function all<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: T[] | { items: T[]; next: string | null } = await api.get(path, { limit: 200, ...query, cursor }, signal);
    // Lists that are never long come whole.
    if (Array.isArray(page)) return page;
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}
