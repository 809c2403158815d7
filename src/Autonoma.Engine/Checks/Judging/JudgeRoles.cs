using Autonoma.Engine.Checks.Reading;
using Autonoma.Engine.Checks.Scenes;
using Autonoma.Engine.Observing;

namespace Autonoma.Engine.Checks.Judging;

/// <summary>
/// Who did what to an entry, where the entry has a label for just that part: "RX-9 was sent by Voltano" by its Supplier, "Maja drives TX 4" by the Driver of TX 4. A name that merely stands in the entry
/// may have played another part, and two labels that could mean it make it undecidable.
/// </summary>
internal sealed partial class Judge
{
    // What the one is called who does it, or to whom it is done.
    private static readonly (string[] Deeds, string Way, string[] Roles)[] Roles =
    [
        (["sent", "shipped", "dispatched", "issued", "billed", "invoiced", "supplied", "delivered"], "by", ["sender", "supplier", "vendor", "shipper", "consignor", "issuer", "seller", "biller", "creditor"]),
        (["sent", "shipped", "dispatched", "supplied", "delivered", "bought", "ordered", "purchased"], "from", ["sender", "supplier", "vendor", "shipper", "consignor", "seller"]),
        (["sent", "shipped", "dispatched", "addressed", "delivered"], "to", ["recipient", "receiver", "consignee", "addressee", "destination"]),
        (["ordered", "bought", "purchased"], "by", ["customer", "buyer", "purchaser", "client", "orderer"]),
        (["sold"], "to", ["customer", "buyer", "purchaser", "client"]),
        (["sold"], "by", ["seller", "vendor"]),
        (["written", "composed", "authored"], "by", ["author", "writer", "composer"]),
        (["booked", "reserved"], "by", ["guest", "booker"]),
        (["booked", "reserved"], "for", ["guest"]),
        (["requested", "applied"], "by", ["requester", "requestor", "applicant"]),
        (["filed", "lodged", "claimed"], "by", ["claimant", "applicant"]),
        (["borrowed", "lent"], "by", ["borrower"]),
        (["lent"], "to", ["borrower"]),
        (["rented", "hired", "leased"], "by", ["tenant", "renter", "lessee"]),
        (["rented", "leased"], "to", ["tenant", "renter", "lessee"]),
        (["assigned", "allotted"], "to", ["assignee"]),
        (["paid"], "to", ["payee", "recipient", "beneficiary"]),
        (["paid"], "by", ["payer", "debtor"]),
    ];

    /// <summary>"Invoice RX-9 was sent by Voltano", "the parcel P-4 is addressed to Ann".</summary>
    private Ruling? Played(Clause clause)
    {
        if (clause.Verb != ClaimVerb.Be || clause.Negated || clause.IsExistential || clause.Object is not [{ IsQuoted: false } deed, { IsQuoted: false } way, _, ..] || !way.Is("by", "to", "from", "for"))
            return null;
        var who = clause.Object[2..];
        if (who.Exists(t => t.IsMark || t.Is("and", "or")) || !who.Exists(t => t.IsCapital || t.IsQuoted) || OneEntry(clause.Subject) is not { } entry)
            return null;
        var roles = Roles.Where(r => r.Way == way.Text && r.Deeds.Contains(deed.Text, StringComparer.Ordinal)).SelectMany(r => r.Roles).ToList();
        // "Sent by", "Reviewer" for "reviewed by": the label is made of the same word.
        var slots = _scene.Slots.Slots.Where(s => s.Strength >= 3 && entry.Record.IsSelfOrAncestorOf(s.Value) && (s.Label is [var role] && (roles.Contains(role) || way.Is("by") && IsDoerOf(role, deed.Text)) || s.Label is [var done, var by] && by == way.Text && Phrase.SameStem(done, deed.Text))).DistinctBy(s => s.Value).ToList();
        return slots is [var only] && ValueText.Equal(RawText(who), TextOf(only)) ? Ruling.Held(clause.Text, $"{string.Join(' ', only.Label)}: {Short(TextOf(only))}", only.Value).Telling(deed.Text, way.Text) : null;
    }

    /// <summary>"Maja Lind drives TX 418": the Driver of TX 418.</summary>
    private Ruling? PlayedIn(Clause clause)
    {
        if (clause.Negated || clause.IsExistential)
            return null;
        var at = clause.Quantifier == "bare" ? clause.Subject.FindIndex(1, t => !t.IsQuoted && !t.IsCapital && t.Text.Length > 3 && t.Text.EndsWith('s')) : -1;
        if (at < 1 || at + 1 >= clause.Subject.Count)
            return null;
        var (who, deed, what) = (clause.Subject[..at], clause.Subject[at], clause.Subject[(at + 1)..]);
        if (who.Exists(t => t.IsMark || t.Is("and", "or", "no", "the", "only", "each", "every")) || !who[0].IsCapital && !who[0].IsQuoted || what.Exists(t => t.IsMark || t.Is("and", "or", "no", "only")) || (OneEntry(what)?.Record ?? EntryOf(Read(what))) is not { } entry)
            return null;
        var slots = _scene.Slots.Slots.Where(s => s.Strength >= 2 && entry.IsSelfOrAncestorOf(s.Value) && s.Label is [var role] && IsDoerOf(role, deed.Text)).DistinctBy(s => s.Value).ToList();
        return slots is [var only] && ValueText.Equal(RawText(who), TextOf(only)) ? Ruling.Held(clause.Text, $"{string.Join(' ', only.Label)}: {Short(TextOf(only))}", only.Value).Telling(deed.Text) : null;
    }

    // Driver drives, teacher teaches, operator operates, reviewer reviewed.
    private static bool IsDoerOf(string role, string deed)
    {
        if (role.Length < 5 || !role.EndsWith("er", StringComparison.Ordinal) && !role.EndsWith("or", StringComparison.Ordinal))
            return false;
        var root = role[..^2];
        string[] forms = [root, root + "e", root.Length > 3 && root[^1] == root[^2] ? root[..^1] : root];
        return forms.Any(f => deed == f || deed == f + "s" || deed == f + "es" || deed == f + "ed" || deed == f + "d" || deed == f + f[^1] + "ed");
    }
}
