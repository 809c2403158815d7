using System.Text.RegularExpressions;
using Autonoma.Server.Configuration;
using Autonoma.TestKit;
using Microsoft.Extensions.Configuration;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>What can be known of <c>deploy/compose.yaml</c> without an engine that runs it.</summary>
public sealed class ComposeTests
{
    private static readonly string Text = File.ReadAllText(Repository.Folder("deploy/compose.yaml"));
    private static readonly Dictionary<string, object?> Compose = Yaml.Read(Text);

    [Theory]
    [InlineData("server")]
    [InlineData("worker")]
    public void Service_OfOurs_IsBuiltFromAStageThatThereIs_AndSaysWhatTheServerKnows(string name)
    {
        var service = Yaml.At(Compose, "services", name);
        var build = Yaml.At(service, "build");

        Path.GetFullPath(Repository.Folder($"deploy/{Yaml.At(build, "context")}")).TrimEnd('/').ShouldBe(Repository.Root.TrimEnd('/'));
        File.Exists(Repository.Folder((string)Yaml.At(build, "dockerfile")!)).ShouldBeTrue();
        ImageTests.Image.Stages.ShouldContain(stage => stage.Name == (string?)Yaml.At(build, "target"));
        var environment = Yaml.Entries(Yaml.At(service, "environment")).ToDictionary(entry => entry.Key, entry => entry.Value);
        environment.Keys.ShouldBeSubsetOf(SettingReader.Variables.Values.SelectMany(names => names));
        environment.Keys.ShouldContain("SCENARIO_ENCRYPTION_KEY", "all processes need the same key");
        Yaml.Items(Yaml.At(service, "volumes")).ShouldContain($"data:{ImageTests.Image.Environment(name)["AUTONOMA_DATA"]}", "without storage of its own, files of runs are where all processes find them");
    }

    [Fact]
    public void Settings_OfTheServices_WithNothingButWhatMustBeSaid_AreTaken()
    {
        foreach (var name in (string[])["server", "worker"])
        {
            var said = ImageTests.Image.Environment(name);
            foreach (var (variable, value) in Yaml.Entries(Yaml.At(Compose, "services", name, "environment")))
                said[variable] = Filled(value?.ToString() ?? "");

            var settings = ServerSettings.From(new ConfigurationBuilder().AddInMemoryCollection(said.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());

            settings.Roles.ShouldBe(name == "server" ? ServerRoles.Api : ServerRoles.Worker);
            settings.Database.ShouldNotBeNull().ShouldContain("Host=postgres");
            settings.AllowsPrivateAddresses.ShouldBeFalse();
            settings.Work.S3.ShouldBeNull();
            settings.PublicUrl.Port.ShouldBe(8080);
        }
    }

    [Fact]
    public void Services_NameOnlyWhatThereIs()
    {
        var services = Yaml.Entries(Compose["services"]).ToDictionary();
        foreach (var (name, service) in services)
        {
            foreach (var (other, how) in Yaml.Entries(Yaml.At(service, "depends_on")))
            {
                services.Keys.ShouldContain(other);
                if ((string?)Yaml.At(how, "condition") == "service_healthy")
                    (Yaml.At(services[other], "healthcheck") is not null || Yaml.At(services[other], "build") is not null).ShouldBeTrue($"{name} waits for the health of {other}, which tells none");
            }

            foreach (var volume in Yaml.Items(Yaml.At(service, "volumes")))
                Yaml.Entries(Compose["volumes"]).Select(entry => entry.Key).ShouldContain(((string)volume!).Split(':')[0]);
            if (Yaml.At(service, "image") is string image)
                image.ShouldMatch(@":\d", $"{name}: an image without a version is another one tomorrow");
        }
    }

    [Fact]
    public void Worker_IsGivenLongerToStopThanItLetsItsRunsGoOn()
        => int.Parse(((string)Yaml.At(Compose, "services", "worker", "stop_grace_period")!).TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(int.Parse(ImageTests.Image.Environment("worker")["AUTONOMA_DRAIN_SECONDS"], System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Values_ThatMustBeSaid_AreInTheCommandsAtTheTop()
    {
        var head = string.Join('\n', Text.Split('\n').TakeWhile(line => line.StartsWith('#')));
        foreach (Match needed in Regex.Matches(Text, @"\$\{(?<name>\w+):\?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            head.ShouldContain($"{needed.Groups["name"].Value}=");
    }

    // As Compose does: what must be said is said, for the rest its default is taken.
    private static string Filled(string text)
        => Regex.Replace(text, @"\$\{(?<name>\w+):(?<how>[?-])(?<default>[^}]*)\}", match => match.Groups["how"].Value == "?" ? "c2FpZA" : match.Groups["default"].Value, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
