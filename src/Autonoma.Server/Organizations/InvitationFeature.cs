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
using Autonoma.Server.Mail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Organizations;

/// <summary>Asking people in.</summary>
internal sealed class InvitationFeature : IServerFeature
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/invitations").WithTags("members");
        group.MapGet("", ListAsync).Needs(Permission.Administer).WithSummary("Who was asked in.");
        group.MapPost("", InviteAsync).Needs(Permission.Administer).WithSummary("Asks somebody in; the link is shown once.");
        group.MapDelete("{invitationId:guid}", WithdrawAsync).Needs(Permission.Administer).WithSummary("Takes an invitation back.");
        group.MapGet("{token}/preview", PreviewAsync).Open("Whoever has the link is shown what it leads to.").WithSummary("What an invitation leads to.");
        group.MapPost("{token}/accept", AcceptAsync).NeedsPerson().WithSummary("Joins with the account that is signed in.");
    }

    private static async Task<IReadOnlyList<InvitationItem>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken)
        => [.. (await db.Set<Invitation>().OrderByDescending(invitation => invitation.Id).Take(Cursor.Most).ToListAsync(cancellationToken)).Select(Item)];

    private static async Task<Created<InvitationMade>> InviteAsync(InvitationRequest request, Caller caller, PlatformDbContext db, AuditLog audit, ServerSettings settings, Mailer mailer, TimeProvider time, CancellationToken cancellationToken)
    {
        var fields = new Fields("invitation.invalid");
        var email = fields.Email(request.Email, "email");
        fields.Check(request.Role is not null, "role", "is needed: owner, admin, member or viewer");
        fields.ThrowIfWrong();
        if (request.Role > caller.Role)
            throw new RefusedException(RefusalKind.Forbidden, "invitation.role", "Nobody invites somebody who may more than they may.");
        var token = SecretTokens.New();
        var invitation = new Invitation { Email = email, Role = request.Role!.Value, TokenHash = SecretTokens.Hash(token), ExpiresAt = time.GetUtcNow() + Lifetime, InvitedById = caller.UserId };
        db.Add(invitation);
        audit.Note("invitation.create", email, invitation.Id, new { invitation.Role });
        await db.SaveChangesAsync(cancellationToken);
        var url = $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/invitations/{token}";
        var organization = await db.Set<Organization>().Where(one => one.Id == db.OrganizationId).Select(one => one.Name).SingleAsync(cancellationToken);
        var isMailed = mailer.Send(email, $"{organization} invites you to Autonoma", $"{caller.Name} invites you to {organization} on Autonoma.\n\n{url}\n\nThe link works once, for {Lifetime.TotalDays:0} days.\n");
        return TypedResults.Created($"/v1/invitations/{invitation.Id}", new InvitationMade(Item(invitation), token, url, isMailed));
    }

    private static async Task<NoContent> WithdrawAsync(Guid invitationId, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(invitation => invitation.Id == invitationId, cancellationToken) ?? throw Refused.NotFound("invitation");
        db.Remove(invitation);
        audit.Note("invitation.withdraw", invitation.Email, invitation.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<InvitationPreview> PreviewAsync(string token, HttpContext context, AccountStore accounts, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var invitation = await FindAsync(token, context, accounts, cancellationToken);
        var organization = await db.Set<Organization>().SingleAsync(organization => organization.Id == invitation.OrganizationId, cancellationToken);
        return new(organization.Name, invitation.Email, invitation.Role, invitation.ExpiresAt);
    }

    private static async Task<NoContent> AcceptAsync(string token, HttpContext context, Caller caller, CancellationToken cancellationToken)
    {
        await using var scope = context.ScopeElsewhere(caller);
        var accounts = scope.ServiceProvider.GetRequiredService<AccountStore>();
        var invitation = await FindAsync(token, context, accounts, cancellationToken);
        var user = (await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByIdAsync(caller.UserId!.Value.ToString()))!;
        await accounts.JoinAsync(user, invitation, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Session>().Where(session => session.Id == caller.SessionId).ExecuteUpdateAsync(set => set.SetProperty(session => session.OrganizationId, invitation.OrganizationId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Invitation> FindAsync(string token, HttpContext context, AccountStore accounts, CancellationToken cancellationToken)
    {
        var failures = context.Features.Get<FailedSignIns>()!;
        failures.ThrowIfTooMany();
        if (await accounts.FindInvitationAsync(token, cancellationToken) is { } invitation)
            return invitation;
        failures.Count();
        throw Refused.NotFound("invitation");
    }

    private static InvitationItem Item(Invitation invitation) => new(invitation.Id, invitation.Email, invitation.Role, invitation.CreatedAt, invitation.ExpiresAt, invitation.AcceptedAt);
}
