namespace Autonoma.Planner.Validation.Rules;

internal static class IndexRules
{
    private const string File = ExamplePlan.TestIndex;

    public static readonly RuleGroup Group = new("qa-tests/INDEX.md", File);

    public static readonly Rule Keys = Group.Error("IX001", "The keys are `total_tests`, `total_folders`, `folders` and `coverage_correlation`.", "total_tests: 4", "total_tests: 4\nversion: 1");

    public static readonly Rule TotalTests = Group.Error("IX002", "`total_tests` is a whole number from 1.", "total_tests: 4", "total_tests: \"4\"");

    public static readonly Rule TotalFolders = Group.Error("IX003", "`total_folders` is a whole number from 1.", "total_folders: 2", "total_folders: 0");

    public static readonly Rule Folders = Group.Error("IX004", "`folders` is a list.", new Edit(File, null, "---\ntotal_tests: 4\ntotal_folders: 2\nfolders: checkout\ncoverage_correlation:\n  routes_or_features: 2\n  expected_test_range_min: 4\n  expected_test_range_max: 8\n---\n"));

    public static readonly Rule FoldersCounted = Group.Error("IX005", "`total_folders` is the number of folders.", "total_folders: 2", "total_folders: 3");

    public static readonly Rule Entry = Group.Error("IX006", "A folder has the keys `name`, `description`, `test_count`, `critical`, `high`, `mid` and `low`, and no others.", "    description: Paying.\n", "    description: Paying.\n    tier: 1\n");

    public static readonly Rule Name = Group.Error("IX007", "`name` of a folder is text: a path below qa-tests.", "  - name: checkout\n", "  - name: ../checkout\n");

    public static readonly Rule Description = Group.Error("IX008", "`description` of a folder is text.", "    description: Paying.\n", "");

    public static readonly Rule TestCount = Group.Error("IX009", "`test_count` is a whole number from 1.", "    description: Paying.\n    test_count: 2", "    description: Paying.\n    test_count: two");

    public static readonly Rule Criticalities = Group.Error("IX010", "`critical`, `high`, `mid` and `low` are whole numbers from 0.", "    critical: 1\n", "    critical: -1\n");

    public static readonly Rule CriticalitiesCounted = Group.Error("IX011", "`critical`, `high`, `mid` and `low` of a folder add up to its `test_count`.", "    critical: 1\n    high: 1\n", "    critical: 1\n    high: 2\n");

    public static readonly Rule Coverage = Group.Error("IX012", "`coverage_correlation` is a group with the keys `routes_or_features`, `expected_test_range_min` and `expected_test_range_max`, and no others.", "  routes_or_features: 2\n", "  routes_or_features: 2\n  pages: 2\n");

    public static readonly Rule Features = Group.Error("IX013", "`routes_or_features` is a whole number from 1.", "  routes_or_features: 2\n", "  routes_or_features: 2.5\n");

    public static readonly Rule Range = Group.Error("IX014", "`expected_test_range_min` and `expected_test_range_max` are whole numbers, and the first is not above the second.", "  expected_test_range_min: 4\n  expected_test_range_max: 8\n", "  expected_test_range_min: 4\n  expected_test_range_max: 3\n");

    public static readonly Rule TestsCounted = Group.Error("IX015", "`total_tests` is the sum of the `test_count` of all folders.", "total_tests: 4", "total_tests: 5");

    public static readonly Rule TooFew = Group.Error("IX016", "`total_tests` is not below `expected_test_range_min`.", "  expected_test_range_min: 4\n", "  expected_test_range_min: 6\n");

    public static readonly Rule TooMany = Group.Warning("IX017", "`total_tests` is not above `expected_test_range_max`.", "  expected_test_range_min: 4\n  expected_test_range_max: 8\n", "  expected_test_range_min: 2\n  expected_test_range_max: 3\n");

    public static readonly Rule NeedsFeatures = Group.Error("IX018", "A valid features.json stands beside qa-tests.", new Edit(ExamplePlan.Features, null, null));

    public static readonly Rule TestsPerFeature = Group.Error("IX019", "There are at least two tests for each feature of features.json.", new Edit(ExamplePlan.Features, "\"core\": false }\n  ],\n  \"total_features\": 2", "\"core\": false },\n    { \"name\": \"Reports\", \"type\": \"page\", \"path\": \"/reports\", \"core\": false }\n  ],\n  \"total_features\": 3"), new Edit(ExamplePlan.KnowledgeBase, "feature_count: 2", "feature_count: 3"), new Edit(File, "  routes_or_features: 2\n", "  routes_or_features: 3\n"));

    public static readonly Rule FeaturesCovered = Group.Error("IX020", "`routes_or_features` is not below the number of features in features.json.", "  routes_or_features: 2\n", "  routes_or_features: 1\n");

    public static readonly Rule Repeated = Group.Error("IX021", "A folder is listed once.", new Edit(File, "total_folders: 2", "total_folders: 3"), new Edit(File, "total_tests: 4", "total_tests: 6"), new Edit(File, "coverage_correlation:", "  - name: settings\n    description: Again.\n    test_count: 2\n    critical: 0\n    high: 1\n    mid: 1\n    low: 0\ncoverage_correlation:"));

    public static readonly Rule FolderIsThere = Group.Error("IX022", "Every folder of the index is there and holds tests.", new Edit(File, "total_folders: 2", "total_folders: 3"), new Edit(File, "total_tests: 4", "total_tests: 6"), new Edit(File, "coverage_correlation:", "  - name: reports\n    description: Charts.\n    test_count: 2\n    critical: 0\n    high: 1\n    mid: 1\n    low: 0\ncoverage_correlation:"));

    public static readonly Rule FolderIsListed = Group.Error("IX023", "Every folder that holds tests is in the index, or lies below one that is.", new Edit("autonoma/qa-tests/reports/001-chart.md", null, ExamplePlan.FirstTestText.Replace("Pay with a card", "See a chart", StringComparison.Ordinal)));

    public static readonly Rule FilesCounted = Group.Error("IX024", "`test_count` of a folder is the number of its test files.", new Edit("autonoma/qa-tests/checkout/003-another.md", null, ExamplePlan.FirstTestText.Replace("Pay with a card", "Pay again", StringComparison.Ordinal)));

    public static readonly Rule FileCriticalities = Group.Error("IX025", "`critical`, `high`, `mid` and `low` of a folder are what its tests say.", new Edit(ExamplePlan.FirstTest, "criticality: critical", "criticality: low"));
}
