using Autonoma.Engine.Conformance;

namespace Autonoma.Engine.Web.Tests.Conformance;

public sealed class CompletenessTests
{
    public static TheoryData<string> Suites => [.. typeof(DriverConformance).Assembly.GetExportedTypes()
        .Where(type => type.IsAbstract && type.IsSubclassOf(typeof(DriverConformance))).Select(type => type.Name)];

    [Theory, MemberData(nameof(Suites))]
    public void Suite_OfTheContract_IsDerivedHere(string suite)
        => typeof(CompletenessTests).Assembly.GetTypes().ShouldContain(type => !type.IsAbstract && type.BaseType != null && type.BaseType.Name == suite, $"{suite} is not derived for the web.");
}
