using Autonoma.Server.Accounts;
using Autonoma.Server.Applications;
using Autonoma.Server.Deployments;
using Autonoma.Server.Health;
using Autonoma.Server.Live;
using Autonoma.Server.Organizations;
using Autonoma.Server.Runs;
using Autonoma.Server.Scenarios;
using Autonoma.Server.Schedules;
using Autonoma.Server.Setups;
using Autonoma.Server.Tests;
using Autonoma.Server.Webhooks;
using Autonoma.Server.Work;

namespace Autonoma.Server.Hosting;

/// <summary>All parts of the server.</summary>
internal static class ServerFeatures
{
    public static IReadOnlyList<IServerFeature> All { get; } =
    [
        new Ui.UiFeature(),
        new Samples.SampleFeature(),
        new OpenApi.ApiDocument(),
        new HealthFeature(),
        new SessionFeature(),
        new OAuthFeature(),
        new AccountFeature(),
        new MemberFeature(),
        new InvitationFeature(),
        new ApiKeyFeature(),
        new WorkFeature(),
        new SuiteRunFeature(),
        new RunFeature(),
        new DashboardFeature(),
        new ArtifactFeature(),
        new ResultFeature(),
        new RecordingFeature(),
        new LiveFeature(),
        new ApplicationFeature(),
        new SecretFeature(),
        new TestFeature(),
        new TagFeature(),
        new ImportFeature(),
        new BranchFeature(),
        new ScheduleFeature(),
        new WebhookFeature(),
        new ScenarioFeature(),
        new SetupFeature(),
        new SetupFileFeature(),
        new DeploymentFeature(),
    ];
}
