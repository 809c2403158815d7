using System.Diagnostics;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Autonoma.Server.Configuration;
using Autonoma.TestKit;

namespace Autonoma.Server.Tests.Deploy;

/// <summary>What can be known of <c>deploy/Dockerfile</c> without an engine that builds it. What it builds is started in <see cref="PublishedServerTests"/>.</summary>
public sealed class ImageTests
{
    internal static readonly ImageFile Image = new(File.ReadAllText(Repository.Folder("deploy/Dockerfile")));

    [Fact]
    public void Bases_AreStagesAboveOrImagesWithATag_AndEachStageIsUsed()
    {
        var known = new HashSet<string>();
        foreach (var stage in Image.Stages)
        {
            if (!known.Contains(stage.Base))
                stage.Base.ShouldMatch(@"^[a-z0-9./-]+:[a-z0-9.-]*\d[a-z0-9.-]*$|^debian:[a-z]+-slim$", "an image without a version is another one tomorrow");
            foreach (var from in Froms(stage))
                known.ShouldContain(from, $"{stage.Name} copies from a stage that is not there yet");
            known.Add(stage.Name);
        }

        foreach (var stage in Image.Stages.Where(stage => stage.Name is not ("server" or "worker")))
            Image.Stages.ShouldContain(other => other.Base == stage.Name || Froms(other).Contains(stage.Name), $"{stage.Name} is used by nothing");
    }

    [Fact]
    public void Copies_FromTheRepository_AreInItAndAreNotLeftOut()
    {
        var ignored = Ignored();
        foreach (var (_, arguments) in Image.Stages.SelectMany(stage => stage.Instructions).Where(instruction => instruction.Keyword == "COPY" && !instruction.Arguments.StartsWith("--from", StringComparison.Ordinal)))
        {
            foreach (var source in arguments.Split(' ').SkipLast(1))
            {
                Path.Exists(Repository.Folder(source)).ShouldBeTrue($"COPY {source}");
                IsIgnored(source.TrimEnd('/'), ignored).ShouldBeFalse($"COPY {source}: .dockerignore leaves it out");
            }
        }
    }

    // All that is built from must reach the build: a folder 'bin' with sources in it would not.
    [Fact]
    public async Task Files_ThatTheServerAndTheUiAreBuiltFrom_ReachTheBuild()
    {
        var ignored = Ignored();
        string[] tracked = [.. (await GitAsync("ls-files", "src", "ui", "Directory.Build.props", "Directory.Packages.props", "global.json", "eng", "docs/reference/openapi.json")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        tracked.Length.ShouldBeGreaterThan(500);
        tracked.Where(file => IsIgnored(file, ignored)).ShouldBeEmpty();
        IsIgnored("src/Autonoma.Server/obj/project.assets.json", ignored).ShouldBeTrue("what this machine has built is none of the image's");
        IsIgnored("ui/node_modules/react/index.js", ignored).ShouldBeTrue();
        IsIgnored(".git/HEAD", ignored).ShouldBeTrue();
    }

    [Theory]
    [InlineData("server", "api")]
    [InlineData("worker", "worker")]
    public void Environment_OfEachImage_IsWhatTheServerKnows(string stage, string roles)
    {
        var environment = Image.Environment(stage);

        environment.Keys.ShouldBeSubsetOf(SettingReader.Variables.Values.SelectMany(names => names));
        environment["AUTONOMA_ROLES"].ShouldBe(roles);
        Image.AllOf(stage).Where(instruction => instruction.Keyword == "VOLUME").Select(instruction => instruction.Arguments).ShouldBe([environment["AUTONOMA_DATA"]]);
        var port = Image.AllOf(stage).Single(instruction => instruction.Keyword == "EXPOSE").Arguments;
        environment["AUTONOMA_URLS"].ShouldEndWith($":{port}");
        Image.AllOf(stage).Single(instruction => instruction.Keyword == "HEALTHCHECK").Arguments.ShouldContain($"http://127.0.0.1:{port}/readyz");
    }

    [Theory]
    [InlineData("server")]
    [InlineData("worker")]
    public void User_OfEachImage_IsNotRoot_AndOwnsItsData(string stage)
    {
        var instructions = Image.AllOf(stage);
        var user = instructions.Last(instruction => instruction.Keyword == "USER").Arguments;

        int.Parse(user, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0, "Kubernetes can see that a number is not root, and of a name it cannot");
        instructions.ShouldContain(instruction => instruction.Keyword == "RUN" && instruction.Arguments.Contains($"--uid {user} autonoma", StringComparison.Ordinal) && instruction.Arguments.Contains("chown autonoma /data", StringComparison.Ordinal));
    }

    // A step that goes on after a failure leaves an image that lacks something, and nobody is told.
    [Fact]
    public void Steps_FailWhenAPartOfThemFails()
    {
        foreach (var (_, arguments) in Image.Stages.SelectMany(stage => stage.Instructions).Where(instruction => instruction.Keyword == "RUN"))
            Regex.IsMatch(arguments, @";|\|", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse(arguments);
    }

    // On the Debian that the images start from, the package lists say whether what they install is there.
    [Fact]
    public async Task Packages_ThatTheImagesInstall_AreThereInTheirDebian()
    {
        var release = File.Exists("/etc/os-release") ? await File.ReadAllTextAsync("/etc/os-release", TestContext.Current.CancellationToken) : "";
        Assert.SkipUnless(release.Contains("VERSION_CODENAME=bookworm", StringComparison.Ordinal) && Directory.Exists("/var/lib/apt/lists") && Directory.EnumerateFiles("/var/lib/apt/lists", "*_Packages*").Any(), "this is not Debian bookworm with its lists of packages");
        Image.Stages.Single(stage => stage.Name == "server").Base.ShouldBe("debian:bookworm-slim");
        string[] packages = [.. Image.AllOf("worker").Where(instruction => instruction.Arguments.StartsWith("apt-get", StringComparison.Ordinal))
            .SelectMany(instruction => instruction.Arguments.Split("--no-install-recommends ")[1].Split(" &&")[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

        packages.ShouldContain("chromium-headless-shell");
        var known = (await RunAsync("apt-cache", ["pkgnames"])).Split('\n').ToHashSet(StringComparer.Ordinal);
        packages.Where(package => !known.Contains(package)).ShouldBeEmpty();
    }

    internal static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        return output;
    }

    private static Task<string> GitAsync(params string[] arguments) => RunAsync("git", arguments);

    private static IEnumerable<string> Froms(ImageStage stage)
        => stage.Instructions.Where(instruction => instruction.Keyword == "COPY" && instruction.Arguments.StartsWith("--from=", StringComparison.Ordinal)).Select(instruction => instruction.Arguments.Split(' ')[0].Split('=')[1]);

    private static string[] Ignored() => File.ReadAllLines(Repository.Folder("deploy/Dockerfile.dockerignore"));

    // A pattern leaves out what it names and all below it; '**/' means at any depth.
    private static bool IsIgnored(string path, string[] patterns)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => parts[..count]).Any(part => patterns.Any(pattern => pattern.Split("**/") is [_, var name]
            ? FileSystemName.MatchesSimpleExpression(name, part[^1], ignoreCase: false) : FileSystemName.MatchesSimpleExpression(pattern, string.Join('/', part), ignoreCase: false)));
    }
}
