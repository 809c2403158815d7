using Autonoma.Server.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Autonoma.Server.Tests.Hosting;

public sealed class LineFormatterTests
{
    [Theory]
    [InlineData("Schedule Nightly\nfail: Fake[0] Everybody was let in", "Schedule Nightly fail: Fake[0] Everybody was let in")]
    [InlineData("Schedule Nightly\r\nfail: Fake", "Schedule Nightly  fail: Fake")]
    [InlineData("hidden\rwritten over", "hidden written over")]
    [InlineData("\u001b[2J\u001b]0;title\u0007gone", " [2J ]0;title gone")]
    [InlineData("a\u2028b\u0085c\u202ed", "a b c d")]
    [InlineData("Grüße, 試験", "Grüße, 試験")]
    public void Line_OfWhatOthersSaid_IsOneLine_AndTellsATerminalNothing(string said, string written)
        => Written(said, null).ShouldBe($"warn: Category[7] {written}{Environment.NewLine}");

    [Fact]
    public void Exception_IsOnTheSameLine()
        => Written("It failed", new InvalidOperationException("one\ntwo")).ShouldBe($"warn: Category[7] It failed System.InvalidOperationException: one two{Environment.NewLine}");

    private static string Written(string message, Exception? exception)
    {
        using var writer = new StringWriter();
        ConsoleFormatter formatter = new LineFormatter();
        formatter.Write(new LogEntry<string>(LogLevel.Warning, "Category", 7, message, exception, (state, _) => state), null, writer);
        return writer.ToString();
    }
}
