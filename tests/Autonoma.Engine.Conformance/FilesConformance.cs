using Autonoma.Engine.Driving;
using Shouldly;
using Xunit;

namespace Autonoma.Engine.Conformance;

/// <summary>File choosers and downloads.</summary>
public abstract class FilesConformance : DriverConformance
{
    /// <inheritdoc/>
    protected override string ScreenName => "files";

    [Fact]
    public async Task Upload_FileField_TakesTheFile()
    {
        using var file = new TemporaryFile("invoice.txt", "12345");
        await Driver.Files!.UploadAsync((await FindAsync("one")).Ref, [file.Path], Token);
        (await TextAsync("said")).ShouldBe("invoice.txt 5");
    }

    [Fact]
    public async Task Upload_ButtonThatOpensAChooser_AnswersIt()
    {
        using var first = new TemporaryFile("a.txt", "1");
        using var second = new TemporaryFile("b.txt", "22");
        await Driver.Files!.UploadAsync((await FindAsync("choose")).Ref, [first.Path, second.Path], Token);
        (await TextAsync("said")).ShouldBe("a.txt 1, b.txt 2");
    }

    [Fact]
    public async Task Upload_NoChooserOpens_SaysSo()
    {
        using var file = new TemporaryFile("a.txt", "1");
        var nothing = (await FindAsync("nothing")).Ref;
        var error = await Should.ThrowAsync<CommandFailedException>(() => Driver.Files!.UploadAsync(nothing, [file.Path], Token));
        error.Message.ShouldContain("No file chooser");
    }

    [Fact]
    public async Task Upload_MissingFile_SaysSo()
    {
        var one = (await FindAsync("one")).Ref;
        var error = await Should.ThrowAsync<CommandFailedException>(() => Driver.Files!.UploadAsync(one, ["/no/such/file.pdf"], Token));
        error.Message.ShouldContain("/no/such/file.pdf");
    }

    [Fact]
    public async Task Download_IsKept()
    {
        await Driver.Screen.MarkAsync(Token);
        await ClickAsync("get");
        for (var look = 0; look < 1000 && Driver.Files!.Downloads.Count == 0; look++)
            await LookAsync();
        var download = Driver.Files!.Downloads.ShouldHaveSingleItem();
        download.SuggestedName.ShouldBe("report.csv");
        (await File.ReadAllTextAsync(download.Path, Token)).ShouldBe("a,b");
        (await LookAsync()).Downloads.ShouldBe(["report.csv"]);
    }

    private sealed class TemporaryFile : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("conformance-").FullName;

        public TemporaryFile(string name, string content)
        {
            Path = System.IO.Path.Combine(_folder, name);
            File.WriteAllText(Path, content);
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
