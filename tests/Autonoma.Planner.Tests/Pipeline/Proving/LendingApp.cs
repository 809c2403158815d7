using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Autonoma.EnvironmentFactory;
using Autonoma.EnvironmentFactory.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Autonoma.Planner.Tests.Pipeline.Proving;

/// <summary>An app with our SDK, as step 4 could have left it: its factories are named as the audit names models, and its fields as its functions name parameters.</summary>
internal sealed class LendingApp : IAsyncDisposable
{
    public const string SharedSecret = "shared-secret-of-the-tests-0123456789";

    private WebApplication _app = null!;

    public Uri Url { get; private set; } = null!;

    /// <summary>What stands: id to model.</summary>
    public ConcurrentDictionary<string, string> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands, as it was sent, by id.</summary>
    public ConcurrentDictionary<string, object> Standing { get; } = new(StringComparer.Ordinal);

    /// <summary>Every value that was ever created, by model.</summary>
    public ConcurrentDictionary<(string Model, string Value), int> Ever { get; } = new();

    /// <summary>Asked before a record is made: throws what the app's code would.</summary>
    public Action<string, object> BeforeCreate { get; set; } = (_, _) => { };

    /// <summary>Gives a record that is there already in place of a new one; null for a new one.</summary>
    public Func<string, object, string?> Known { get; set; } = (_, _) => null;

    /// <summary>Asked before a record is removed.</summary>
    public Action<string> BeforeRemove { get; set; } = _ => { };

    /// <summary>What the auth callback gives.</summary>
    public Func<Credentials?> Auth { get; set; } = () => Credentials.LoginForm("somebody@example.com", "secret");

    public sealed record BranchInput([property: StringLength(60)] string Name);

    public sealed record MemberInput(string BranchId, [property: EmailAddress] string Email, string FullName, [property: MinLength(8)] string Password, string Role);

    public sealed record ToolInput(string BranchId, string Name, [property: RegularExpression("^[A-Z]{3}-[0-9]{4}$")] string Sku, [property: Range(0.5, 40)] decimal DailyPrice, string Condition);

    public sealed record LoanInput(string MemberKey, string ToolId, string Status, DateOnly DueOn, string Remark);

    public sealed record ReceiptInput(string LoanId, string Number);

    public sealed record FavouriteInput(string MemberId, string ToolId);

    public sealed record UnitInput(string Label);

    public sealed record Row(string Id);

    /// <summary>Starts it.</summary>
    /// <param name="without">A model without a factory.</param>
    /// <param name="instead">Registers factories in place of those of the same models.</param>
    public static async Task<LendingApp> StartAsync(string? without = null, params (string Model, Action<EnvironmentFactoryBuilder, LendingApp> Define)[] instead)
    {
        var lending = new LendingApp();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AUTONOMA_SHARED_SECRET"] = SharedSecret, ["AUTONOMA_SIGNING_SECRET"] = "signing-secret-of-the-tests-987654321" });
        builder.Services.AddEnvironmentFactory(factory =>
        {
            factory.ScopeField = "branchId";
            foreach (var (model, define) in Usual.Where(known => known.Model != without).Select(known => instead.FirstOrDefault(other => other.Model == known.Model) is { Define: not null } other ? other : known))
                define(factory, lending);
            factory.UseAuth((AuthContext _) => lending.Auth());
        });
        lending._app = builder.Build();
        lending._app.MapEnvironmentFactory("/api/autonoma");
        await lending._app.StartAsync(TestContext.Current.CancellationToken);
        lending.Url = new Uri(lending._app.Urls.First() + "/api/autonoma");
        return lending;
    }

    /// <summary>A factory that stores what it gets.</summary>
    public static (string Model, Action<EnvironmentFactoryBuilder, LendingApp> Define) Stores<T>(string model)
        where T : class
        => (model, (factory, lending) => factory.DefineFactory<T>(model, (T input) => lending.Add(model, input), (string id) => lending.Remove(id)));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static readonly (string Model, Action<EnvironmentFactoryBuilder, LendingApp> Define)[] Usual =
    [
        Stores<BranchInput>("Branch"), Stores<MemberInput>("Member"), Stores<ToolInput>("Tool"), Stores<LoanInput>("Loan"), Stores<ReceiptInput>("Receipt"), Stores<FavouriteInput>("Favourite"), Stores<UnitInput>("Unit"),
    ];

    private Row Add(string model, object input)
    {
        BeforeCreate(model, input);
        if (Known(model, input) is { } known)
            return new(known);
        var row = new Row($"{model}-{Guid.NewGuid():N}");
        Rows[row.Id] = model;
        Standing[row.Id] = input;
        return row;
    }

    private void Remove(string id)
    {
        BeforeRemove(id);
        Rows.TryRemove(id, out _);
        Standing.TryRemove(id, out _);
    }
}
