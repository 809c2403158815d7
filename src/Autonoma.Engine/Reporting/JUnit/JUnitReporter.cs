using System.Globalization;
using System.Text;
using System.Xml;
using Autonoma.Engine.Artifacts;
using Autonoma.Engine.Running;

namespace Autonoma.Engine.Reporting.JUnit;

/// <summary>
/// Writes JUnit XML as CI systems read it: one suite for each folder of tests; a retried test that passed carries its failures as
/// <c>flakyFailure</c>, one that failed again as <c>rerunFailure</c> (the words of Maven Surefire).
/// </summary>
/// <param name="path">Full path of the file.</param>
/// <param name="time">For the pace of writing.</param>
public sealed class JUnitReporter(string path, TimeProvider time) : PacedReporter(time)
{
    /// <inheritdoc/>
    protected override void Write(SuiteResult result, bool isPartial)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            WriteDocument(xml, result);
        AtomicFile.Write(path, buffer.ToArray());
    }

    private static void WriteDocument(XmlWriter xml, SuiteResult result)
    {
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", result.Suite.Name);
        WriteTotals(xml, result.Tests);
        Attribute(xml, "time", Seconds(result.Duration));
        foreach (var folder in result.Tests.GroupBy(outcome => FolderOf(outcome, result.Suite.Name)))
            WriteSuite(xml, folder.Key, [.. folder], result);
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string name, List<TestOutcome> tests, SuiteResult result)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        WriteTotals(xml, tests);
        Attribute(xml, "time", Seconds(TimeSpan.FromTicks(tests.Sum(test => test.Tries.Sum(run => run.Duration.Ticks)))));
        Attribute(xml, "timestamp", result.Suite.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        Properties(xml, [("platform", result.Platform), ("baseUrl", result.Suite.BaseUrl), ("shard", result.Suite.Shard), ("tool", result.Suite.ToolVersion)]);
        foreach (var test in tests)
            WriteTest(xml, name, test);
        xml.WriteEndElement();
    }

    private static void WriteTest(XmlWriter xml, string suite, TestOutcome outcome)
    {
        var test = outcome.Test.Case;
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", outcome.Test.Repetition > 1 ? $"{outcome.Last?.Test ?? test.Title} (repetition {outcome.Test.Repetition})" : outcome.Last?.Test ?? test.Title);
        Attribute(xml, "classname", Path.ChangeExtension(test.RelativePath.Length > 0 ? test.RelativePath : suite, null).Replace('/', '.'));
        if (test.RelativePath.Length > 0)
            Attribute(xml, "file", test.RelativePath);
        Attribute(xml, "time", Seconds(outcome.Last?.Duration ?? TimeSpan.Zero));
        Properties(xml,
        [
            ("flow", test.Flow), ("category", test.Category), ("priority", test.Priority), .. test.Tags.Select(tag => ("tag", (string?)tag)),
            ("artifacts", outcome.Last?.ArtifactsFolder),
        ]);
        switch (outcome.Status)
        {
            case TestStatus.Failed:
                WriteFailure(xml, IsOfTheTool(outcome.Last!) ? "error" : "failure", outcome.Last!);
                foreach (var earlier in outcome.Tries.SkipLast(1))
                    WriteFailure(xml, "rerunFailure", earlier);
                break;
            case TestStatus.Flaky:
                foreach (var earlier in outcome.Tries.SkipLast(1))
                    WriteFailure(xml, "flakyFailure", earlier);
                break;
            case TestStatus.Cancelled:
            case TestStatus.NotRun:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", outcome.Status == TestStatus.Cancelled ? "stopped while it ran" : "not run");
                xml.WriteEndElement();
                break;
            case TestStatus.Passed:
                break;
        }

        if (outcome.Last is { } last)
        {
            xml.WriteStartElement("system-out");
            xml.WriteString(Clean(RunText.Of(last)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFailure(XmlWriter xml, string element, RunResult run)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "message", RunText.Message(run));
        Attribute(xml, "type", run.Failure.ToString());
        xml.WriteString(Clean(RunText.Of(run)));
        xml.WriteEndElement();
    }

    private static void WriteTotals(XmlWriter xml, IReadOnlyList<TestOutcome> tests)
    {
        var failed = tests.Where(test => test.Status == TestStatus.Failed).ToList();
        Attribute(xml, "tests", tests.Count.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", failed.Count(test => !IsOfTheTool(test.Last!)).ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "errors", failed.Count(test => IsOfTheTool(test.Last!)).ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "skipped", tests.Count(test => test.Status is TestStatus.NotRun or TestStatus.Cancelled).ToString(CultureInfo.InvariantCulture));
    }

    // JUnit tells a test that found something (failure) from one that could not be carried out (error).
    private static bool IsOfTheTool(RunResult run) => run.Failure is FailureKind.Engine or FailureKind.Setup or FailureKind.Environment;

    private static string FolderOf(TestOutcome outcome, string fallback)
    {
        var path = outcome.Test.Case.RelativePath;
        var slash = path.LastIndexOf('/');
        return slash > 0 ? path[..slash] : fallback;
    }

    private static void Properties(XmlWriter xml, IReadOnlyList<(string Name, string? Value)> properties)
    {
        var known = properties.Where(property => !string.IsNullOrEmpty(property.Value)).ToList();
        if (known.Count == 0)
            return;
        xml.WriteStartElement("properties");
        foreach (var (name, value) in known)
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", value!);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write most control characters or half a surrogate pair; what a page prints may hold them.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }
}
