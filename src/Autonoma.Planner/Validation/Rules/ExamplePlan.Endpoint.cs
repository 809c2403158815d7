namespace Autonoma.Planner.Validation.Rules;

public static partial class ExamplePlan
{
    internal const string RelationLines = """
        [
              { "parentModel": "Shop", "childModel": "Order", "parentField": "orders", "childField": "shopId" },
              { "parentModel": "Order", "childModel": "OrderLine", "parentField": "lines", "childField": "orderId" }
            ]
        """;

    private const string DiscoverText = """
        {
          "schema": {
            "models": [
              {
                "name": "Shop", "tableName": "shops",
                "fields": [
                  { "name": "id", "type": "uuid", "isRequired": false, "isId": true, "hasDefault": true },
                  { "name": "name", "type": "string", "isRequired": true, "isId": false, "hasDefault": false }
                ]
              },
              {
                "name": "Order", "tableName": "orders",
                "fields": [
                  { "name": "id", "type": "uuid", "isRequired": false, "isId": true, "hasDefault": true },
                  { "name": "shopId", "type": "uuid", "isRequired": true, "isId": false, "hasDefault": false },
                  { "name": "number", "type": "integer", "isRequired": true, "isId": false, "hasDefault": false },
                  { "name": "status", "type": "enum(new,paid)", "isRequired": true, "isId": false, "hasDefault": false },
                  { "name": "repeatOf", "type": "uuid", "isRequired": false, "isId": false, "hasDefault": false },
                  { "name": "tags", "type": "string[]", "isRequired": false, "isId": false, "hasDefault": true }
                ]
              },
              {
                "name": "OrderLine", "tableName": "order_lines",
                "fields": [
                  { "name": "orderId", "type": "uuid", "isRequired": true, "isId": false, "hasDefault": false },
                  { "name": "product", "type": "string", "isRequired": true, "isId": false, "hasDefault": false }
                ]
              }
            ],
            "edges": [
              { "from": "OrderLine", "to": "Order", "localField": "orderId", "foreignField": "id", "nullable": false }
            ],
            "relations": [
              { "parentModel": "Shop", "childModel": "Order", "parentField": "orders", "childField": "shopId" },
              { "parentModel": "Order", "childModel": "OrderLine", "parentField": "lines", "childField": "orderId" }
            ],
            "scopeField": "shopId"
          }
        }

        """;

    private const string RecipesText = """
        {
          "version": 1,
          "source": { "discoverPath": "autonoma/discover.json", "scenariosPath": "autonoma/scenarios.md" },
          "validationMode": "endpoint-lifecycle",
          "recipes": [
            {
              "name": "standard",
              "description": "A shop in daily use.",
              "create": {
                "Shop": [
                  {
                    "_alias": "shop",
                    "name": "{{shop_name}}",
                    "orders": [
                      { "_alias": "first", "number": 1, "status": "new", "tags": ["gift"], "lines": [{ "product": "Block plane" }] },
                      { "number": 2, "status": "paid", "repeatOf": { "_ref": "first" }, "lines": [{ "product": "Brass screws" }] }
                    ]
                  }
                ]
              },
              "variables": { "shop_name": { "strategy": "derived", "source": "testRunId", "format": "Juniper Goods {shortId}" } },
              "validation": { "status": "validated", "method": "endpoint-up-down", "phase": "ok", "up_ms": 12, "down_ms": 8 }
            },
            {
              "name": "empty",
              "description": "A shop that was opened a moment ago.",
              "create": { "Shop": [{ "_alias": "shop", "name": "Juniper Goods, empty" }] },
              "validation": { "status": "validated", "method": "endpoint-up-down", "phase": "ok" }
            },
            {
              "name": "large",
              "description": "A wholesaler with more orders than fit on a page.",
              "create": { "Shop": [{ "name": "{{shop_name}}", "orders": [{ "number": 7, "status": "new" }] }] },
              "variables": { "shop_name": { "strategy": "derived", "source": "testRunId", "format": "Juniper Wholesale {shortId}" } },
              "validation": { "status": "validated", "method": "endpoint-up-down", "phase": "ok" }
            }
          ]
        }

        """;

    private const string ScenarioValidationText = """
        {
          "status": "ok",
          "preflightPassed": true,
          "smokeTestPassed": true,
          "validatedScenarios": ["standard", "empty", "large"],
          "failedScenarios": [],
          "blockingIssues": [],
          "recipePath": "autonoma/scenario-recipes.json",
          "validationMode": "endpoint-lifecycle",
          "endpointUrl": "http://localhost:5000/api/autonoma",
          "loginProbe": { "ok": true, "mode": "cookies" }
        }

        """;
}
