using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Autonoma.Server.Hosting;

/// <summary>
/// A line for each thing that is logged, and never more: names, paths and answers of others go into the log, and must neither begin a line that nobody wrote nor tell a terminal what to do. Other than the
/// framework's own single line this knows every control character, and not only the line end of the machine.
/// </summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var level = logEntry.LogLevel switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
        Put(textWriter, string.Create(CultureInfo.InvariantCulture, $"{level}: {logEntry.Category}[{logEntry.EventId.Id}] {logEntry.Formatter(logEntry.State, logEntry.Exception)}"));
        if (logEntry.Exception is { } exception)
            Put(textWriter, $" {exception}");
        textWriter.Write(Environment.NewLine);
    }

    private static void Put(TextWriter writer, string text)
    {
        foreach (var letter in text)
            writer.Write(char.IsControl(letter) || letter is '\u2028' or '\u2029' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? ' ' : letter);
    }
}
