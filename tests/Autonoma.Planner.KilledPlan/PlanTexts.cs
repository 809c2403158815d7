namespace Autonoma.Planner.KilledPlan;

/// <summary>The files of a small plan that keeps every rule: a library that lends books.</summary>
public static class PlanTexts
{
    public const string HandlerFile = "src/Lending/EnvironmentEndpoint.cs";

    public const string Handler = "namespace Lending;\n\npublic static class EnvironmentEndpoint { }\n";

    public const string KnowledgeBase = """
        ---
        app_name: Lending Desk
        app_description: Where a town library lends books to its readers.
        core_flows:
          - feature: Lending
            description: Handing a book to a reader.
            core: true
          - feature: Catalogue
            description: Finding a book.
            core: false
        feature_count: 2
        ---

        # Lending Desk

        """;

    public const string Features = """
        {
          "features": [
            { "name": "Lending", "type": "flow", "path": "/lending", "core": true },
            { "name": "Catalogue", "type": "page", "path": "/books", "core": false }
          ],
          "total_features": 2,
          "total_routes": 2,
          "total_api_routes": 0
        }

        """;

    public const string EntityAudit = """
        ---
        model_count: 3
        factory_count: 2
        models:
          - name: Library
            independently_created: true
            creation_file: src/Lending/LibraryService.cs
            creation_function: LibraryService.OpenAsync
            side_effects: []
            created_by: []
          - name: Book
            independently_created: true
            creation_file: src/Lending/BookService.cs
            creation_function: BookService.AddAsync
            side_effects:
              - prints a label
            created_by:
              - owner: Library
                via: LibraryService.OpenAsync
                why: A new library is opened with one book that shows how books look.
          - name: Copy
            independently_created: false
            created_by:
              - owner: Book
                via: BookService.AddAsync
                why: Every book is bought as one copy at least, in the same transaction.
        ---

        ## Roots

        `Library` and `Book`.

        """;

    public const string Scenarios = """
        ---
        scenario_count: 3
        scenarios:
          - name: standard
            description: A library on a working day.
            entity_types: 2
            total_entities: 2
          - name: empty
            description: A library that was opened a moment ago.
            entity_types: 1
            total_entities: 1
          - name: large
            description: More books than fit on a page.
            entity_types: 2
            total_entities: 4
        entity_types:
          - name: Library
          - name: Book
        variable_fields:
          - token: "{{library_name}}"
            entity: Library.name
            scenarios: [standard, empty, large]
            reason: The name of a library is unique in the whole system.
            test_reference: "({{library_name}} variable)"
        planning_sections:
          - schema_summary
          - relationship_map
          - variable_data_strategy
        ---

        ## Schema Summary

        A library has a name; a book has a title.

        ## Relationship Map

        Library to Book to Copy.

        ## Variable Data Strategy

        The library's name ends in the id of the run.

        ## Scenario: standard

        One book.

        ## Scenario: empty

        No book.

        ## Scenario: large

        Three books.

        """;

    public const string Discover = """
        {
          "schema": {
            "models": [
              {
                "name": "Library",
                "fields": [
                  { "name": "id", "type": "string", "isRequired": true, "isId": true, "hasDefault": true },
                  { "name": "name", "type": "string", "isRequired": true, "isId": false, "hasDefault": false }
                ]
              },
              {
                "name": "Book",
                "fields": [
                  { "name": "id", "type": "string", "isRequired": true, "isId": true, "hasDefault": true },
                  { "name": "title", "type": "string", "isRequired": true, "isId": false, "hasDefault": false },
                  { "name": "libraryId", "type": "string", "isRequired": true, "isId": false, "hasDefault": false }
                ]
              },
              {
                "name": "Copy",
                "fields": [
                  { "name": "id", "type": "string", "isRequired": true, "isId": true, "hasDefault": true },
                  { "name": "bookId", "type": "string", "isRequired": true, "isId": false, "hasDefault": false }
                ]
              }
            ],
            "edges": [],
            "relations": [],
            "scopeField": "libraryId"
          }
        }

        """;

    public const string Implemented = "handler: src/Lending/EnvironmentEndpoint.cs\nfactories: Library, Book\nscope_field: libraryId\n";

    public static readonly string Recipes = $$"""
        {
          "version": 1,
          "source": { "discoverPath": "autonoma/discover.json", "scenariosPath": "autonoma/scenarios.md" },
          "validationMode": "endpoint-lifecycle",
          "recipes": [
            {{Recipe("standard", Book("Emma"))}},
            {{Recipe("empty")}},
            {{Recipe("large", Book("Emma"), Book("Persuasion"), Book("Sanditon"))}}
          ]
        }

        """;

    public const string Proof = """
        {
          "status": "ok",
          "preflightPassed": true,
          "smokeTestPassed": true,
          "validatedScenarios": ["standard", "empty", "large"],
          "failedScenarios": [],
          "blockingIssues": [],
          "recipePath": "autonoma/scenario-recipes.json",
          "validationMode": "endpoint-lifecycle",
          "endpointUrl": "http://localhost:5080/api/autonoma"
        }

        """;

    public const string Index = """
        ---
        total_tests: 4
        total_folders: 2
        folders:
          - name: lending
            description: Handing out books.
            test_count: 2
            critical: 2
            high: 0
            mid: 0
            low: 0
          - name: catalogue
            description: Finding books.
            test_count: 2
            critical: 0
            high: 1
            mid: 1
            low: 0
        coverage_correlation:
          routes_or_features: 2
          expected_test_range_min: 4
          expected_test_range_max: 8
        ---

        # Index

        """;

    public static string Test(string title, string flow, string criticality) => $"""
        ---
        title: {title}
        description: Looks whether it works.
        flow: {flow}
        scenario: standard
        criticality: {criticality}
        ---

        # Test: {title}

        ## Steps

        1. Click the "Books" link
        2. Verify that "Emma" is displayed

        """;

    /// <summary>Files of a step in the order in which it writes them, by path relative to the plan.</summary>
    public static IReadOnlyList<(string Path, string Text)> OfStep(int number) => number switch
    {
        1 => [("AUTONOMA.md", KnowledgeBase), ("features.json", Features)],
        2 => [("entity-audit.md", EntityAudit)],
        3 => [("scenarios.md", Scenarios)],
        4 => [("discover.json", Discover), (".endpoint-implemented", Implemented)],
        5 => [("scenario-recipes.json", Recipes)],
        _ =>
        [
            ("qa-tests/lending/001-hand-out.md", Test("A book is handed out", "Lending", "critical")),
            ("qa-tests/lending/002-take-back.md", Test("A book is taken back", "Lending", "critical")),
            ("qa-tests/catalogue/001-find.md", Test("A book is found", "Catalogue", "high")),
            ("qa-tests/catalogue/002-list.md", Test("All books are listed", "Catalogue", "mid")),
            ("qa-tests/INDEX.md", Index),
        ],
    };

    private static string Recipe(string name, params string[] books) => $$$"""
        {
              "name": "{{{name}}}",
              "description": "A library, {{{name}}}.",
              "create": {
                "Library": [ { "_alias": "library", "name": "Town {{library_name}}" } ]{{{(books.Length == 0 ? "" : $",\n        \"Book\": [ {string.Join(", ", books)} ]")}}}
              },
              "variables": { "library_name": { "strategy": "derived", "source": "testRunId", "format": "Library {testRunId}" } },
              "validation": { "status": "validated", "method": "endpoint-up-down", "phase": "ok", "up_ms": 12, "down_ms": 7 }
            }
        """;

    private static string Book(string title) => $$"""{ "title": "{{title}}", "libraryId": { "_ref": "library" } }""";
}
