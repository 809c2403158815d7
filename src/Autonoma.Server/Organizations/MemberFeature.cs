using Autonoma.Platform.Access;
using Autonoma.Platform.Accounts;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Configuration;
using Autonoma.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Organizations;

/// <summary>The organization and who belongs to it.</summary>
internal sealed class MemberFeature : IServerFeature
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/organizations", FoundAsync).NeedsPerson().WithTags("organization").WithSummary("Makes another organization and looks at it.");
        routes.MapGet("/v1/organization", GetAsync).Needs(Permission.Read).WithTags("organization").WithSummary("The organization that is looked at.");
        routes.MapPatch("/v1/organization", RenameAsync).Needs(Permission.Own).WithTags("organization").WithSummary("Renames it.");
        var members = routes.MapGroup("/v1/members").WithTags("members");
        members.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("Who belongs to the organization.");
        members.MapPatch("{memberId:guid}", ChangeAsync).Needs(Permission.Administer).WithSummary("Changes a member's role. Owners are changed by owners only, and one remains.");
        members.MapDelete("{memberId:guid}", RemoveAsync).Needs(Permission.Administer).WithSummary("Removes a member.");
        members.MapPost("{memberId:guid}/reset-link", ResetLinkAsync).Needs(Permission.Administer).WithSummary("Makes a link with which a member sets a new password.");
    }

    private static async Task<OrganizationDetails> FoundAsync(OrganizationRequest request, HttpContext context, Caller caller, PlatformDbContext db, UserManager<User> users, CancellationToken cancellationToken)
    {
        var fields = new Fields("organization.invalid");
        var name = fields.Required(request.Name, "name", 200);
        fields.ThrowIfWrong();
        await using var scope = context.ScopeElsewhere(caller);
        var made = await scope.ServiceProvider.GetRequiredService<AccountStore>().FoundAsync((await users.FindByIdAsync(caller.UserId!.Value.ToString()))!, name, cancellationToken);
        await db.Set<Session>().Where(session => session.Id == caller.SessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.OrganizationId, made.Id), cancellationToken);
        return Details(made);
    }

    private static async Task<OrganizationDetails> GetAsync(PlatformDbContext db, CancellationToken cancellationToken)
        => Details(await db.Set<Organization>().SingleAsync(organization => organization.Id == db.OrganizationId, cancellationToken));

    private static async Task<OrganizationDetails> RenameAsync(OrganizationRequest request, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var fields = new Fields("organization.invalid");
        var name = fields.Required(request.Name, "name", 200);
        fields.ThrowIfWrong();
        var organization = await db.Set<Organization>().SingleAsync(organization => organization.Id == db.OrganizationId, cancellationToken);
        audit.Note("organization.rename", name, organization.Id, new { from = organization.Name });
        organization.Name = name;
        await db.SaveChangesAsync(cancellationToken);
        return Details(organization);
    }

    private static async Task<IReadOnlyList<MemberItem>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken)
        => await db.Set<Member>().OrderBy(member => member.Id).Select(member => new MemberItem(member.Id, member.UserId, member.User!.Email!, member.User.Name, member.Role, member.User.TwoFactorEnabled, member.CreatedAt)).ToListAsync(cancellationToken);

    private static async Task<MemberItem> ChangeAsync(Guid memberId, MemberRequest request, Caller caller, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var member = await FindAsync(db, memberId, cancellationToken);
        if (request.Role is not { } role)
            throw Refused.Invalid("member.role", "role", "A role is needed: owner, admin, member or viewer.");
        await CheckOwnersAsync(db, caller, member, role, cancellationToken);
        audit.Note("member.role", member.User!.Email!, member.UserId, new { from = member.Role, to = role });
        member.Role = role;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(member.Id, member.UserId, member.User.Email!, member.User.Name, member.Role, member.User.TwoFactorEnabled, member.CreatedAt);
    }

    private static async Task<NoContent> RemoveAsync(Guid memberId, Caller caller, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var member = await FindAsync(db, memberId, cancellationToken);
        await CheckOwnersAsync(db, caller, member, role: null, cancellationToken);
        audit.Note("member.remove", member.User!.Email!, member.UserId, new { member.Role });
        db.Remove(member);
        // Their keys go with them: a key may never do more than who made it.
        await db.Set<ApiKey>().Where(key => key.CreatedById == member.UserId).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<ResetLink> ResetLinkAsync(Guid memberId, Caller caller, PlatformDbContext db, AuditLog audit, UserManager<User> users, ServerSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var member = await FindAsync(db, memberId, cancellationToken);
        if (member.Role > caller.Role)
            throw new RefusedException(RefusalKind.Forbidden, "member.role", "Owners are helped by owners only.");
        // Whoever belongs elsewhere too would be taken over there as well.
        if (await db.Set<Member>().AcrossOrganizations().AnyAsync(other => other.UserId == member.UserId && other.OrganizationId != db.OrganizationId, cancellationToken))
            throw Refused.Conflict("member.elsewhere", "This person belongs to other organizations too, and no administrator of one may open the doors of another.");
        var user = (await users.FindByIdAsync(member.UserId.ToString()))!;
        var token = await users.GeneratePasswordResetTokenAsync(user);
        audit.Note("member.reset_link", user.Email!, user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return new(Accounts.AccountFeature.Link(settings, user, token), time.GetUtcNow().AddDays(1));
    }

    // The rows of owners are held until the end of the transaction: two owners who demote each other at once leave one.
    private static async Task CheckOwnersAsync(PlatformDbContext db, Caller caller, Member member, Role? role, CancellationToken cancellationToken)
    {
        if ((member.Role == Role.Owner || role == Role.Owner) && caller.Role != Role.Owner)
            throw new RefusedException(RefusalKind.Forbidden, "member.role", "Owners are made and changed by owners only.");
        if (member.Role != Role.Owner || role == Role.Owner)
            return;
        var owners = await db.Set<Member>().FromSql($"SELECT * FROM members WHERE organization_id = {db.OrganizationId} AND role = 'Owner' FOR UPDATE").AsNoTracking().ToListAsync(cancellationToken);
        if (owners.TrueForAll(owner => owner.Id == member.Id))
            throw Refused.Conflict("member.last_owner", "An organization has at least one owner: make somebody else one first.");
    }

    private static async Task<Member> FindAsync(PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Member>().Include(member => member.User).FirstOrDefaultAsync(member => member.Id == id, cancellationToken) ?? throw Refused.NotFound("member");

    private static OrganizationDetails Details(Organization organization) => new(organization.Id, organization.Name, organization.Slug, organization.CreatedAt, organization.Version);
}
