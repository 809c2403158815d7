using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Autonoma.Server.Tests.Tests;

public sealed class SuiteTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Good = "---\ntitle: Sign in\ntags: [smoke, auth]\n---\n\n## Steps\n\n1. Click \"Sign in\"\n2. Verify that \"Welcome\" is displayed\n";

    [Fact]
    public async Task Test_IsWrittenReadChangedMovedAndRemoved_AndEveryVersionStays()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var made = await owner.PostAsync($"{app}/tests", new { path = "auth\\sign-in.md", content = Good });
        var path = $"/v1/tests/{made["id"]!.GetValue<string>()}";
        made["path"]!.GetValue<string>().ShouldBe("auth/sign-in.md");
        made["title"]!.GetValue<string>().ShouldBe("Sign in");
        made["hasErrors"]!.GetValue<bool>().ShouldBeFalse(made.ToJsonString());

        var changed = await owner.AskAsync(HttpMethod.Put, path, new { content = Good.Replace("Welcome", "Hello", StringComparison.Ordinal) }, ("If-Match", "\"1\""));
        changed["version"]!.GetValue<int>().ShouldBe(2);
        (await owner.RefusedAsync(HttpMethod.Put, path, new { content = Good }, ("If-Match", "\"1\""))).ShouldBe((412, "version.outdated"));
        (await owner.AskAsync(HttpMethod.Put, path, new { path = "start/sign-in.md" }))["path"]!.GetValue<string>().ShouldBe("start/sign-in.md");
        (await owner.AskAsync(HttpMethod.Put, path, new { path = "start/sign-in.md" }))["version"]!.GetValue<int>().ShouldBe(3, "what says the same already is no new version");
        await owner.AskAsync(HttpMethod.Delete, path);

        (await owner.RefusedAsync(HttpMethod.Get, path)).ShouldBe((404, "test.not_found"));
        (await owner.GetAsync($"{path}/plans"))["items"]!.AsArray().Count.ShouldBe(3);
        var versions = (await owner.GetAsync($"{app}/suite-versions"))["items"]!.AsArray();
        versions.Select(version => version!["number"]!.GetValue<int>()).ShouldBe([4, 3, 2, 1]);
        var diff = await owner.GetAsync($"/v1/suite-versions/{versions[3]!["id"]}/diff/{versions[1]!["id"]}");
        var item = diff["items"]!.AsArray().Single()!;
        (item["kind"]!.GetValue<string>(), item["beforePath"]!.GetValue<string>(), item["path"]!.GetValue<string>()).ShouldBe(("changed", "auth/sign-in.md", "start/sign-in.md"));
        item["before"]!.GetValue<string>().ShouldContain("Welcome");
        item["after"]!.GetValue<string>().ShouldContain("Hello");
        (await owner.GetAsync($"/v1/suite-versions/{versions[0]!["id"]}/diff/{versions[3]!["id"]}"))["added"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("../x.md")]
    [InlineData("/etc/x.md")]
    [InlineData("a/../../x.md")]
    [InlineData("C:\\x.md")]
    [InlineData("a//x.md")]
    [InlineData("x.txt")]
    [InlineData("cart/.md")]
    [InlineData("")]
    public async Task Path_ThatLeavesTheSuite_IsRefused(string path)
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;

        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/tests", new { path, content = Good })).ShouldBe((400, "test.path"));
    }

    [Fact]
    public async Task Import_Zip_TakesTests_TellsTheRest_AndTheSecondTimeChangesNothing()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var zip = Zip(("suite/a.md", Good), ("suite/b/c.md", Good), ("../evil.md", Good), ("/abs.md", Good), ("suite/README.md", "# Hi"), ("suite/notes.md", "Just prose."), ("suite/.git/x.md", Good), ("suite/x.png", "png"));

        var first = await owner.AskAsync(HttpMethod.Post, $"{app}/imports", ZipContent(zip));

        first["added"]!.GetValue<int>().ShouldBe(2);
        first["rejected"]!.AsArray().Select(file => file!["path"]!.GetValue<string>()).ShouldBe(["../evil.md", "/abs.md", "suite/.git/x.md", "suite/README.md", "suite/notes.md", "suite/x.png"], ignoreOrder: true);
        var again = await owner.AskAsync(HttpMethod.Post, $"{app}/imports", ZipContent(zip));
        (again["added"]!.GetValue<int>(), again["unchanged"]!.GetValue<int>()).ShouldBe((0, 2));
        again["version"].ShouldBeNull();
        var fewer = await owner.PostAsync($"{app}/imports", new { files = new[] { new { path = "suite/a.md", content = Good.Replace("Welcome", "Hello", StringComparison.Ordinal) } }, removeOthers = true });
        (fewer["changed"]!.GetValue<int>(), fewer["removed"]!.GetValue<int>()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Import_Form_KeepsFolders()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Good)), "files", "suite/deep/a.md" }, { new StringContent("feature/x"), "branch" } };

        (await owner.AskAsync(HttpMethod.Post, $"{app}/imports", form))["version"]!["branch"]!.GetValue<string>().ShouldBe("feature/x");
        (await owner.GetAsync($"{app}/tests"))["items"]!.AsArray().Count.ShouldBe(0, "the main branch is as it was");
        (await owner.GetAsync($"{app}/tests?branch=feature/x"))["items"]![0]!["path"]!.GetValue<string>().ShouldBe("suite/deep/a.md");
    }

    [Fact]
    public async Task Import_ZipBomb_IsStoppedByWhatComesOut_AndNotByWhatItSays()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        // Each file is 200 KB of nothing and a few hundred bytes packed: 64 MB are reached long before the end.
        var nothing = Good + new string(' ', 200 * 1024);
        var bomb = Zip([.. Enumerable.Range(0, 400).Select(number => ($"t{number}.md", nothing))]);
        bomb.Length.ShouldBeLessThan(1024 * 1024);

        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", ZipContent(bomb))).ShouldBe((413, "import.too_large"));
        var huge = await owner.AskAsync(HttpMethod.Post, $"{app}/imports", ZipContent(Zip(("huge.md", Good + new string(' ', 20 * 1024 * 1024)))));
        huge["rejected"]!.AsArray().Single()!["reason"]!.GetValue<string>().ShouldContain("256 KB");
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", ZipContent(Zip([.. Enumerable.Range(0, 20_001).Select(number => ($"t{number}.txt", ""))])))).ShouldBe((413, "import.too_many"));
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", ZipContent([1, 2, 3]))).ShouldBe((400, "import.zip"));
        (await owner.GetAsync($"{app}/tests"))["items"]!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Import_DamagedZip_IsRefusedHoweverItComesAndWhateverIsWrongWithIt()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var zip = Zip(("a.md", Good), ("b/c.md", Good));
        var damaged = Enumerable.Range(0, zip.Length / 5).Select(part => zip[..(part * 5)])
            .Concat(Enumerable.Range(0, zip.Length / 3).Select(part => zip.Select((value, at) => at == part * 3 ? (byte)~value : value).ToArray()));
        foreach (var bytes in damaged)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "files", "tests.zip" } };
            using var answer = await owner.SendAsync(HttpMethod.Post, $"{app}/imports", form);
            ((int)answer.StatusCode).ShouldBeOneOf(200, 400);
        }

        using var none = new MultipartFormDataContent { { new StringContent("no zip"), "files", "tests.zip" } };
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", none)).ShouldBe((400, "import.zip"));
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", ZipContent(zip[..40]))).ShouldBe((400, "import.zip"));
    }

    [Fact]
    public async Task List_ByWordTagFolder_AndTree()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var files = Enumerable.Range(0, 12).Select(number => new { path = $"f{number % 3}/in/t{number:D2}.md", content = Good.Replace("Sign in\n", $"Test 100% number_{number}\n", StringComparison.Ordinal).Replace("smoke", $"tag{number % 2}", StringComparison.Ordinal) });
        await owner.PostAsync($"{app}/imports", new { files });

        async Task<int> Count(string query) => (await owner.GetAsync($"{app}/tests?limit=200&{query}"))["items"]!.AsArray().Count;
        (await Count("q=number_1")).ShouldBe(3);
        (await Count("q=100%25")).ShouldBe(12);
        (await Count("q=100_")).ShouldBe(0, "what is typed is looked for as it is typed");
        (await Count("tag=tag1")).ShouldBe(6);
        (await Count("folder=f1")).ShouldBe(4);
        (await Count("folder=f1&tag=tag1&q=number")).ShouldBe(2);
        var tree = await owner.GetAsync($"{app}/test-tree");
        tree["folders"]!.AsArray().Select(folder => $"{folder!["path"]} {folder["tests"]}").ShouldBe(["f0 4", "f0/in 4", "f1 4", "f1/in 4", "f2 4", "f2/in 4"]);
        tree["tags"]!.AsArray().Select(tag => $"{tag!["name"]} {tag["tests"]}").ShouldBe(["auth 12", "tag0 6", "tag1 6"]);
        (await owner.PostAsync($"{app}/folders/move", new { from = "f0/in", to = "elsewhere" }))["changed"]!.GetValue<int>().ShouldBe(4);
        (await Count("folder=elsewhere")).ShouldBe(4);
        (await owner.PostAsync($"{app}/folders/remove", new { folder = "elsewhere" }))["removed"]!.GetValue<int>().ShouldBe(4);
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/folders/remove", new { folder = "elsewhere" })).ShouldBe((404, "folder.not_found"));
    }

    [Fact]
    public async Task Tree_OfManyTests_HoldsEachOnceByPath_AndSaysTheSameCompressed()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        // More than goes out at once, with what JSON has to escape, tests at the root and one that cannot be read.
        var files = Enumerable.Range(0, 400).Select(number => new { path = number % 10 == 0 ? $"t{number:D3}.md" : $"f{number % 10}/ü in/t{number:D3}.md", content = Good.Replace("title: Sign in\n", $"title: Says \"hello\" <{number}>\n", StringComparison.Ordinal) })
            .Append(new { path = "f1/broken.md", content = "---\ntitle: Broken\n---\n\n## Steps\n\n" });
        await owner.PostAsync($"{app}/imports", new { files });

        var tree = await owner.GetAsync($"{app}/test-tree");
        using var compressed = await owner.SendAsync(HttpMethod.Get, $"{app}/test-tree", null, ("Accept-Encoding", "gzip, br"));

        tree["tests"]!.AsArray().Select(test => test!["path"]!.GetValue<string>()).ShouldBe(files.Select(file => file.path).Order(StringComparer.Ordinal));
        tree["tests"]!.AsArray().Count(test => test!["title"]!.GetValue<string>() == "Says \"hello\" <7>").ShouldBe(1);
        tree["tests"]!.AsArray().Count(test => test!["hasErrors"]!.GetValue<bool>()).ShouldBe(1);
        tree["folders"]!.AsArray().Take(2).Select(folder => $"{folder!["path"]} {folder["name"]} {folder["tests"]} {folder["errors"]}").ShouldBe(["f1 f1 41 1", "f1/ü in ü in 40 0"]);
        (tree["branch"]!.GetValue<string>(), tree["version"]!.GetValue<int>()).ShouldBe(("main", 1));
        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        await using var body = new GZipStream(await compressed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(body);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(await owner.Http.GetStringAsync($"{app}/test-tree", TestContext.Current.CancellationToken));
    }

    // What is kept of a version must not be what is told of the next.
    [Fact]
    public async Task Tree_AfterEachChange_SaysWhatHoldsNow_OnEveryBranch()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        async Task<string> Tree(string query = "") => string.Join(", ", (await owner.GetAsync($"{app}/test-tree{query}"))["tests"]!.AsArray().Select(test => $"{test!["path"]} {test["title"]}"));
        (await Tree()).ShouldBe("");
        var made = await owner.PostAsync($"{app}/tests", new { path = "a.md", content = Good });
        (await Tree()).ShouldBe("a.md Sign in");
        (await Tree()).ShouldBe("a.md Sign in");
        await owner.AskAsync(HttpMethod.Put, $"/v1/tests/{made["id"]}", new { content = Good.Replace("Sign in\n", "Sign out\n", StringComparison.Ordinal) });
        (await Tree()).ShouldBe("a.md Sign out");
        await owner.PostAsync($"{app}/imports", new { files = new[] { new { path = "b.md", content = Good } }, branch = "feature" });
        (await Tree("?branch=feature")).ShouldBe("a.md Sign out, b.md Sign in");
        (await Tree()).ShouldBe("a.md Sign out");
        await owner.AskAsync(HttpMethod.Delete, $"/v1/tests/{made["id"]}");
        (await Tree()).ShouldBe("");
        (await Tree("?branch=feature")).ShouldBe("a.md Sign out, b.md Sign in");
    }

    [Fact]
    public async Task Tags_AcrossTests_AreCountedRenamedJoinedAndRemoved_AndTheRestOfEachTextStays()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var block = Good.Replace("tags: [smoke, auth]", "# who owns it\ntags:\n  - auth\n  - smoke\n# until here", StringComparison.Ordinal);
        await owner.PostAsync($"{app}/imports", new { files = new[] { new { path = "a.md", content = Good }, new { path = "b.md", content = block }, new { path = "c.md", content = Good.Replace("[smoke, auth]", "auth", StringComparison.Ordinal) } } });
        var schedule = await owner.PostAsync("/v1/schedules", new { applicationId = app.Split('/')[^1], name = "Nightly", cron = "0 6 * * *", tags = new[] { "smoke" } });

        async Task<string> Tags() => string.Join(", ", (await owner.GetAsync($"{app}/tags")).AsArray().Select(tag => $"{tag!["name"]} {tag["tests"]}"));
        async Task<string> Content(string path) => (await owner.GetAsync($"/v1/tests/{(await owner.GetAsync($"{app}/tests"))["items"]!.AsArray().Single(test => test!["path"]!.GetValue<string>() == path)!["id"]}"))["content"]!.GetValue<string>();
        (await Tags()).ShouldBe("auth 3, smoke 2");
        (await owner.PostAsync($"{app}/tags/rename", new { from = "smoke", to = "night shift" }))["changed"]!.GetValue<int>().ShouldBe(2);
        (await Tags()).ShouldBe("auth 3, night shift 2");
        (await Content("a.md")).ShouldBe(Good.Replace("smoke", "night shift", StringComparison.Ordinal));
        (await Content("b.md")).ShouldBe(block.Replace("smoke", "night shift", StringComparison.Ordinal));
        (await owner.GetAsync("/v1/schedules")).AsArray().Single()!["tags"]!.AsArray().Single()!.GetValue<string>().ShouldBe("night shift", "what runs a tag runs it under its new name");

        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/tags/remove", new { tag = "night shift" })).ShouldBe((409, "tag.scheduled"));
        await owner.AskAsync(HttpMethod.Patch, $"/v1/schedules/{schedule["id"]}", new { tags = Array.Empty<string>() });
        (await owner.PostAsync($"{app}/tags/rename", new { from = "night shift", to = "auth" }))["changed"]!.GetValue<int>().ShouldBe(2);
        (await Tags()).ShouldBe("auth 3");
        (await owner.PostAsync($"{app}/tags/remove", new { tag = "auth" }))["changed"]!.GetValue<int>().ShouldBe(3);
        (await Tags()).ShouldBe("");
        (await Content("c.md")).ShouldBe(Good.Replace("tags: [smoke, auth]\n", "", StringComparison.Ordinal));
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/tags/remove", new { tag = "auth" })).ShouldBe((404, "tag.not_found"));
        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/tags/rename", new { from = "auth", to = "a, b" })).ShouldBe((400, "tag.invalid"));
        (await owner.GetAsync($"{app}/suite-versions"))["items"]!.AsArray().Select(version => version!["message"]!.GetValue<string>()).ShouldBe(["Removed the tag auth", "Renamed the tag night shift to auth", "Renamed the tag smoke to night shift", "Imported 3 files"]);
    }

    [Fact]
    public async Task Import_OfWhatWasReadAtAnotherVersion_IsRefused_AndTheAnswerNamesTheNewest()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        object Files(string text) => new { files = new[] { new { path = "a.md", content = Good.Replace("Welcome", text, StringComparison.Ordinal) } } };

        using var first = await owner.SendAsync(HttpMethod.Post, $"{app}/imports", Files("One"));
        var at = first.Headers.ETag!.Tag;
        await owner.AskAsync(HttpMethod.Post, $"{app}/imports", Files("Two"), ("If-Match", at));

        (await owner.RefusedAsync(HttpMethod.Post, $"{app}/imports", Files("Three"), ("If-Match", at))).ShouldBe((412, "version.outdated"));
        using var same = await owner.SendAsync(HttpMethod.Post, $"{app}/imports", Files("Two"));
        same.Headers.ETag!.Tag.ShouldBe($"\"{(await owner.GetAsync($"{app}/suite-versions"))["items"]![0]!["id"]}\"");
    }

    [Fact]
    public async Task Test_ChangedByTwoOnTheSameVersion_IsChangedByOne()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;
        var path = $"/v1/tests/{(await owner.PostAsync($"{app}/tests", new { path = "a.md", content = Good }))["id"]}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => owner.SendAsync(HttpMethod.Put, path, new { content = Good.Replace("Welcome", $"Text {number}", StringComparison.Ordinal) }, ("If-Match", "\"1\""))));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(answer => (int)answer.StatusCode == 412).ShouldBe(5);
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => owner.SendAsync(HttpMethod.Post, $"{app}/tests", new { path = "same.md", content = Good })));
        made.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1, "nobody's new test becomes a change of another's");
    }

    [Fact]
    public async Task Lint_SaysWhatTheToolWouldSay_AndHowStepsAreRead()
    {
        var (owner, _) = await NewApplicationAsync();
        using var browser = owner;

        var answer = await owner.PostAsync("/v1/lint", new { content = "---\ntitle: X\n---\n\n## Steps\n\n1. Click \"Save\"\n" });

        answer["problems"]!.AsArray().Select(problem => problem!["code"]!.GetValue<string>()).ShouldContain("no-assertion");
        var step = answer["steps"]!.AsArray().Single()!;
        step["line"]!.GetValue<int>().ShouldBe(7);
        step["reading"]!.GetValue<string>().ShouldBe("click: \"Save\"");
    }

    [Fact]
    public async Task Tests_WrittenAtOnce_AllArrive()
    {
        var (owner, app) = await NewApplicationAsync();
        using var _ = owner;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => owner.PostAsync($"{app}/tests", new { path = $"t{number}.md", content = Good })));

        (await owner.GetAsync($"{app}/suite-versions"))["items"]!.AsArray().Select(version => version!["tests"]!.GetValue<int>()).ShouldBe([8, 7, 6, 5, 4, 3, 2, 1]);
    }

    private async Task<(Browser Owner, string Application)> NewApplicationAsync()
    {
        var owner = await server.NewOwnerAsync();
        var made = await owner.PostAsync("/v1/applications", new { name = "Shop", url = "https://shop.example" });
        return (owner, $"/v1/applications/{made["id"]!.GetValue<string>()}");
    }

    private static byte[] Zip(params (string Path, string Content)[] files)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return result.ToArray();
    }

    private static ByteArrayContent ZipContent(byte[] zip) => new(zip) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
}
