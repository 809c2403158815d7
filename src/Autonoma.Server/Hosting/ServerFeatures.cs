using Autonoma.Server.Accounts;
using Autonoma.Server.Applications;
using Autonoma.Server.Health;
using Autonoma.Server.Live;
using Autonoma.Server.Organizations;
using Autonoma.Server.Runs;
using Autonoma.Server.Work;
using Autonoma.Server.Tests;

namespace Autonoma.Server.Hosting;

/// <summary>All parts of the server.</summary>
internal static class ServerFeatures
{
    public static IReadOnlyList<IServerFeature> All { get; } =
    [
        new Ui.UiFeature(),
        new OpenApi.ApiDocument(),
        new HealthFeature(),
        new SessionFeature(),
        new AccountFeature(),
        new MemberFeature(),
        new InvitationFeature(),
        new ApiKeyFeature(),
        new WorkFeature(),
        new SuiteRunFeature(),
        new RunFeature(),
        new ArtifactFeature(),
        new ResultFeature(),
        new RecordingFeature(),
        new LiveFeature(),
        new ApplicationFeature(),
        new SecretFeature(),
        new TestFeature(),
        new ImportFeature(),
        new BranchFeature(),
    ];
}
