using Autonoma.Cli.Configuration;
using Autonoma.Engine.Driving;

namespace Autonoma.Cli.Tests;

public sealed class ConfigurationTests : ToolFixture
{
    private ToolSettings Read(params string[] arguments)
    {
        var command = new System.CommandLine.Command("x");
        var options = new SettingOptions(command);
        return ToolSettings.Read(Environment(TextWriter.Null, TextWriter.Null), options, command.Parse(arguments), Folder);
    }

    [Fact]
    public void Settings_NearerSource_Wins()
    {
        Write("autonoma.yaml", "workers: 2\nretries: 1\nbaseUrl: http://file.test\nvariables: { a: file, b: file }\n");
        Variables["AUTONOMA_RETRIES"] = "3";
        Variables["AUTONOMA_BASE_URL"] = "http://environment.test";
        Variables["AUTONOMA_VARIABLES"] = "a=environment";

        var settings = Read("--base-url", "http://line.test", "--var", "c=line=1");

        settings.BaseUrl.ShouldBe("http://line.test");
        settings.Values.Number("retries").ShouldBe(3);
        settings.Values.Number("workers").ShouldBe(2);
        settings.Values.Map("variables").ShouldBe(new Dictionary<string, string> { ["a"] = "environment", ["b"] = "file", ["c"] = "line=1" }, ignoreOrder: true);
    }

    [Fact]
    public void Settings_FileAboveTheFolder_IsFound()
    {
        Write("autonoma.yaml", "output: reports\nviewport: { width: 800, height: 600 }\n");
        Directory.CreateDirectory(Path.Combine(Folder, "a/b"));
        var command = new System.CommandLine.Command("x");

        var settings = ToolSettings.Read(Environment(TextWriter.Null, TextWriter.Null), new SettingOptions(command), command.Parse([]), Path.Combine(Folder, "a/b"));

        settings.Output(Environment(TextWriter.Null, TextWriter.Null)).ShouldBe(Path.Combine(Folder, "reports"));
        settings.Values.Size("viewport").ShouldBe(new(800, 600));
    }

    [Fact]
    public void File_UnknownKeysAndBadShapes_AreReportedTogetherWithTheirLines()
    {
        Write("autonoma.yaml", "workers: 2\nretires: 1\nviewport: [1]\n");

        var message = Should.Throw<UserInputException>(() => Read()).Message;

        message.ShouldContain("autonoma.yaml:2:1: error unknown-key: No setting is called 'retires'. Did you mean 'retries'?");
        message.ShouldContain("autonoma.yaml:3:11: error bad-value: 'viewport' cannot be a list.");
    }

    [Fact]
    public void KeysBelowPlan_AreReadAndChecked()
    {
        Write("autonoma.yaml", "plan:\n  appUrl: http://localhost:5080\n  autoAdvance: true\n  exploreTime: 8m\n");

        var values = Read().Values;

        values.Text("plan.appUrl").ShouldBe("http://localhost:5080");
        values.Flag("plan.autoAdvance").ShouldBeTrue();
        values.Duration("plan.exploreTime").ShouldBe(TimeSpan.FromMinutes(8));
    }

    [Theory]
    [InlineData("plan:\n  appUlr: http://localhost:5080\n", "autonoma.yaml:2:3: error unknown-key: No setting of 'plan' is called 'appUlr'. Did you mean 'appUrl'?")]
    [InlineData("plan:\n  workers: 2\n", "No setting of 'plan' is called 'workers'.")]
    [InlineData("plan: http://localhost:5080\n", "'plan' cannot be")]
    [InlineData("plan:\n  exploreTime: soon\n", "'plan.exploreTime' must be a duration such as 30s, 2m or 1m30s, and here it is 'soon'.")]
    [InlineData("plna:\n  appUrl: http://localhost:5080\n", "Did you mean 'plan'?")]
    [InlineData("appUrl: http://localhost:5080\n", "No setting is called 'appUrl'.")]
    public void KeysBelowPlan_ThatDoNotFit_AreReportedWithTheirPlace(string yaml, string message)
    {
        Write("autonoma.yaml", yaml);

        Should.Throw<UserInputException>(() => Read()).Message.ShouldContain(message);
    }

    [Fact]
    public void BadValues_OfAllSources_AreReportedTogetherWithTheirOrigin()
    {
        Write("autonoma.yaml", "workers: many\n");
        Variables["AUTONOMA_TIMEOUT"] = "soon";

        var message = Should.Throw<UserInputException>(() => Read("--retries", "-1")).Message;

        message.ShouldContain("autonoma.yaml:1:10: 'workers' must be a whole number from 1 to 64, and here it is 'many'.");
        message.ShouldContain("AUTONOMA_TIMEOUT: must be a duration");
        message.ShouldContain("--retries: must be a whole number from 0 to 10, and here it is '-1'.");
    }

    [Theory]
    [InlineData("localhost:3000", "http://localhost:3000")]
    [InlineData("127.0.0.1:80/shop", "http://127.0.0.1:80/shop")]
    [InlineData("shop.example.com", "https://shop.example.com")]
    [InlineData("http://a.test/x", "http://a.test/x")]
    public void BaseUrl_BareHost_GetsItsScheme(string given, string url) => Read("--base-url", given).BaseUrl.ShouldBe(url);

    [Fact]
    public void Secret_IsTakenFromTheEnvironmentAndNamedAsOne()
    {
        Variables["SHOP_PASSWORD"] = "Winter-2031";

        var options = Read("--secret", "SHOP_PASSWORD").RunOptions(Environment(TextWriter.Null, TextWriter.Null));

        options.Variables["SHOP_PASSWORD"].ShouldBe("Winter-2031");
        options.Secrets.ShouldBe(["SHOP_PASSWORD"]);
    }

    [Fact]
    public void Flags_CanBeSwitchedOffNearer()
    {
        Write("autonoma.yaml", "offline: true\n");

        Read().Values.Flag("offline").ShouldBeTrue();
        Read("--offline=false").Values.Flag("offline").ShouldBeFalse();
    }

    [Fact]
    public void Settings_HaveUniqueNamesInAllThreePlaces()
    {
        Setting.All.Select(setting => setting.Key).ShouldBeUnique();
        Setting.All.Select(setting => setting.Option).ShouldBeUnique();
        Setting.All.Select(setting => setting.Variable).ShouldBeUnique();
    }

    [Fact]
    public void Settings_ExamplesAreValid()
    {
        foreach (var setting in Setting.All)
        {
            Write("autonoma.yaml", $"{setting.Key}: {setting.Example}\n");
            Should.NotThrow(() => Read(), setting.Key);
        }
    }
}
