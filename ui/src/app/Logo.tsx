import { Link } from "@tanstack/react-router";

export function Logo() {
  return (
    <Link to="/" className="flex items-center gap-2 font-semibold text-text hover:no-underline">
      <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="7" className="fill-accent" />
        <path d="M8 17.5l5 5 11-13" fill="none" className="stroke-on-accent" strokeWidth="3.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      Autonoma
    </Link>
  );
}
