using Autonoma.Planner.Artifacts;
using Autonoma.Planner.Designing;

namespace Autonoma.Planner.Tests.Designing;

/// <summary>A lending library for tools: a branch with members, tools and loans, limits of every kind, and a table of units that all branches share.</summary>
internal static class ExampleSchema
{
    public static DataSchema Schema { get; } = new(
        [
            new("Branch", [Key(), new("name", "string") { IsRequired = true, Limits = new() { MaxLength = 30 } }, new("slug", "string") { IsRequired = true }]) { Unique = [["slug"]], MakesSlug = true },
            new("Member", [Key(), Needed("branchId", "guid"), Needed("email", "string"), Needed("fullName", "string"), Needed("passwordHash", "string"), new("role", "string") { IsRequired = true, KnownTexts = ["Clerk", "Borrower", "Auditor"] }]) { Unique = [["branchId", "email"]] },
            new("Tool",
            [
                Key(), Needed("branchId", "guid"), new("name", "string") { IsRequired = true, Limits = new() { MinLength = 3, MaxLength = 20 } }, new("sku", "string") { IsRequired = true, Limits = new() { Pattern = "^[A-Z]{3}-\\d{4}$" } },
                new("dailyPrice", "decimal") { IsRequired = true, Limits = new() { Least = 0.5m, Most = 40 } }, Needed("condition", "enum(New,Used,Worn,Broken)"), Needed("createdAt", "datetime"),
            ]) { Unique = [["branchId", "sku"]] },
            new("Loan", [Key(), Needed("memberId", "guid"), Needed("toolId", "guid"), Needed("status", "enum(Open,Returned,Late)"), Needed("dueOn", "date")]),
            new("Receipt", [Key(), Needed("loanId", "guid"), Needed("number", "string")]) { Unique = [["number"]] },
            new("Favourite", [new("memberId", "guid") { IsRequired = true, IsId = true }, new("toolId", "guid") { IsRequired = true, IsId = true }]) { IsJoin = true },
            new("Unit", [Key(), Needed("label", "string")]) { Unique = [["label"]] },
        ],
        [
            new("Favourite", "Member", "memberId", true), new("Favourite", "Tool", "toolId", true), new("Loan", "Member", "memberId", true), new("Loan", "Tool", "toolId", true),
            new("Member", "Branch", "branchId", true), new("Receipt", "Loan", "loanId", true), new("Tool", "Branch", "branchId", true),
        ],
        [new("Branch", "branchId", true), new("Member", "memberId", false)]);

    public static EntityAudit Audit { get; } = new()
    {
        Models =
        [
            Made("Branch", "Branches.OpenAsync"), Made("Member", "Members.JoinAsync", "hashes a secret (Hasher.Hash)"), Made("Tool", "Tools.AddAsync"), Made("Loan", "Loans.LendAsync"),
            new() { Name = "Receipt", IndependentlyCreated = false, CreatedBy = [new("Loan", "Loans.LendAsync", "Lending prints a receipt.")] },
            Made("Favourite", "Favourites.AddAsync"), Made("Unit", "Units.AddAsync"),
        ],
    };

    private static StoredField Key() => new("id", "guid") { IsRequired = true, IsId = true, HasDefault = true };

    private static StoredField Needed(string name, string type) => new(name, type) { IsRequired = true };

    private static AuditedModel Made(string name, string function, params string[] effects) => new() { Name = name, IndependentlyCreated = true, CreationFile = "src/Code.cs", CreationFunction = function, SideEffects = effects };
}
