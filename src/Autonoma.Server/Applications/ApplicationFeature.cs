using Autonoma.Platform.Access;
using Autonoma.Platform.Applications;
using Autonoma.Platform.Audit;
using Autonoma.Platform.Branches;
using Autonoma.Platform.Data;
using Autonoma.Platform.Organizations;
using Autonoma.Platform.Refusals;
using Autonoma.Platform.Runs;
using Autonoma.Server.Access;
using Autonoma.Server.Answers;
using Autonoma.Server.Hosting;
using Autonoma.Server.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Applications;

/// <summary>What is tested.</summary>
internal sealed class ApplicationFeature : IServerFeature
{
    private const int LongestInstructions = 20_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/applications").WithTags("applications");
        group.MapGet("", ListAsync).Needs(Permission.Read).WithSummary("All applications of the organization, by name.");
        group.MapPost("", CreateAsync).Needs(Permission.Edit).Idempotent().WithSummary("Adds an application, with a main branch.");
        group.MapGet("{applicationId:guid}", GetAsync).Needs(Permission.Read).WithSummary("One application.");
        group.MapPatch("{applicationId:guid}", ChangeAsync).Needs(Permission.Edit).WithSummary("Changes an application.");
        group.MapDelete("{applicationId:guid}", RemoveAsync).Needs(Permission.Administer).WithSummary("Removes an application with everything that belongs to it.");
    }

    private static async Task<Page<ApplicationAnswer>> ListAsync(PlatformDbContext db, CancellationToken cancellationToken, int? limit = null, string? cursor = null)
    {
        var (count, after) = (Cursor.Limit(limit), Cursor.Text(cursor));
        var rows = await db.Set<Application>().AsNoTracking().Where(application => after == null || application.Slug.CompareTo(after) > 0).OrderBy(application => application.Slug).Take(count + 1).ToListAsync(cancellationToken);
        var facts = await FactsAsync(db, [.. rows.Select(row => row.Id)], cancellationToken);
        return Cursor.Of(rows, count, row => Answer(row, facts), row => row.Slug);
    }

    private static async Task<Created<ApplicationAnswer>> CreateAsync(ApplicationRequest request, HttpResponse response, PlatformDbContext db, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var fields = new Fields("application.invalid");
        var name = fields.Required(request.Name, "name", 200);
        var platform = request.Platform ?? ApplicationPlatform.Web;
        var (url, endpoint, package) = (fields.Url(request.Url, "url"), fields.Url(request.EndpointUrl, "endpointUrl"), fields.Optional(request.Package, "package", 500));
        fields.Check(platform != ApplicationPlatform.Web || url is not null, "url", "is needed: where do tests of the site start?");
        fields.Check(platform == ApplicationPlatform.Web || package is not null, "package", "is needed: which application is started on the phone?");
        addresses.Check(fields, url, "url");
        addresses.Check(fields, endpoint, "endpointUrl");
        var repository = fields.Optional(request.Repository, "repository", 300);
        var instructions = fields.Optional(request.Instructions, "instructions", LongestInstructions) ?? "";
        fields.ThrowIfWrong();
        var application = new Application { Name = name, Slug = await FreeSlugAsync(db, name, cancellationToken), Platform = platform, Url = url, Package = package, Instructions = instructions, EndpointUrl = endpoint, Repository = repository };
        db.Add(application);
        db.Add(new Branch { ApplicationId = application.Id, Name = SuiteStore.Main, IsMain = true });
        audit.Note("application.create", name, application.Id);
        await db.SaveChangesAsync(cancellationToken);
        response.Tell(application.Version);
        return TypedResults.Created($"/v1/applications/{application.Id}", Answer(application, new([], [])));
    }

    private static async Task<ApplicationAnswer> GetAsync(Guid applicationId, HttpResponse response, PlatformDbContext db, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        response.Tell(application.Version);
        return Answer(application, await FactsAsync(db, [applicationId], cancellationToken));
    }

    private static async Task<ApplicationAnswer> ChangeAsync(Guid applicationId, ApplicationPatch request, HttpContext context, PlatformDbContext db, AuditLog audit, AddressGuard addresses, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        context.Request.Expect(application);
        var fields = new Fields("application.invalid");
        var changed = new List<string>();
        if (request.Name is not null)
            Set("name", application.Name, fields.Required(request.Name, "name", 200), value => application.Name = value);
        if (request.Url is not null)
        {
            var url = fields.Url(request.Url, "url");
            fields.Check(url is not null || application.Platform != ApplicationPlatform.Web, "url", "is needed: where do tests of the site start?");
            addresses.Check(fields, url, "url");
            Set("url", application.Url, url, value => application.Url = value);
        }

        if (request.EndpointUrl is not null)
        {
            var endpoint = fields.Url(request.EndpointUrl, "endpointUrl");
            addresses.Check(fields, endpoint, "endpointUrl");
            Set("endpointUrl", application.EndpointUrl, endpoint, value => application.EndpointUrl = value);
        }

        if (request.Repository is not null)
            Set("repository", application.Repository, fields.Optional(request.Repository, "repository", 300), value => application.Repository = value);
        if (request.Package is not null)
            Set("package", application.Package, fields.Optional(request.Package, "package", 500), value => application.Package = value);
        if (request.Instructions is not null)
            Set("instructions", application.Instructions, fields.Optional(request.Instructions, "instructions", LongestInstructions) ?? "", value => application.Instructions = value);
        fields.ThrowIfWrong();
        if (changed.Count > 0)
        {
            audit.Note("application.change", application.Name, application.Id, new { changed });
            await db.SaveChangesAsync(cancellationToken);
        }

        context.Response.Tell(application.Version);
        return Answer(application, await FactsAsync(db, [applicationId], cancellationToken));

        void Set<T>(string name, T before, T after, Action<T> set)
        {
            if (EqualityComparer<T>.Default.Equals(before, after))
                return;
            set(after);
            changed.Add(name);
        }
    }

    private static async Task<NoContent> RemoveAsync(Guid applicationId, HttpRequest request, PlatformDbContext db, AuditLog audit, CancellationToken cancellationToken)
    {
        var application = await db.ApplicationAsync(applicationId, cancellationToken);
        request.Expect(application);
        audit.Note("application.delete", application.Name, application.Id);
        db.Remove(application);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<string> FreeSlugAsync(PlatformDbContext db, string name, CancellationToken cancellationToken)
    {
        var slug = Slugs.Of(name);
        var taken = await db.Set<Application>().Where(application => application.Slug.StartsWith(slug)).Select(application => application.Slug).ToListAsync(cancellationToken);
        for (var number = 1; ; number++)
        {
            var tried = number == 1 ? slug : $"{slug}-{number}";
            if (!taken.Contains(tried, StringComparer.Ordinal))
                return tried;
        }
    }

    private static async Task<Facts> FactsAsync(PlatformDbContext db, List<Guid> applications, CancellationToken cancellationToken)
    {
        var tests = await (from branch in db.Set<Branch>()
                           where branch.IsMain && applications.Contains(branch.ApplicationId)
                           select new { branch.ApplicationId, Count = db.Set<SuiteEntry>().Count(entry => entry.BranchId == branch.Id && entry.ValidTo == null) }).ToDictionaryAsync(row => row.ApplicationId, row => row.Count, cancellationToken);
        var runs = await db.Set<Application>().Where(application => applications.Contains(application.Id))
            .Select(application => db.Set<SuiteRun>().Where(run => run.ApplicationId == application.Id).OrderByDescending(run => run.Number).FirstOrDefault()).ToListAsync(cancellationToken);
        return new(tests, runs.OfType<SuiteRun>().ToDictionary(run => run.ApplicationId));
    }

    private static ApplicationAnswer Answer(Application application, Facts facts) => new(
        application.Id, application.Name, application.Slug, application.Platform, application.Url, application.Package, application.Instructions, application.EndpointUrl, application.Repository, application.CreatedAt, application.UpdatedAt, application.Version,
        facts.Tests.GetValueOrDefault(application.Id),
        facts.Runs.TryGetValue(application.Id, out var run) ? new(run.Id, run.Number, run.Status.ToString().ToLowerInvariant(), run.Total, run.Passed, run.Failed, run.Errors, run.EndedAt) : null);

    private sealed record Facts(Dictionary<Guid, int> Tests, Dictionary<Guid, SuiteRun> Runs);
}
