using Autonoma.Planner.Designing;
using Autonoma.Planner.Pipeline;
using Autonoma.Planner.Pipeline.Proving.Mending;
using Autonoma.Scenarios.Client;
using Autonoma.Scenarios.Lifecycle;

namespace Autonoma.Planner.Tests.Pipeline.Proving;

/// <summary>Whose fault it is, by what databases, validators and SDKs of other makers say.</summary>
public sealed class FaultReaderTests
{
    private static readonly ScenarioDesign Scenario = new("standard", "A yard.",
    [
        new("Yard", "yard1", new() { ["name"] = "North yard" }),
        new("BoatOwner", "boatOwner1", new() { ["email"] = "ada@example.com", ["yardId"] = DesignedRecord.RefTo("yard1") }),
        new("BoatOwner", "boatOwner2", new() { ["email"] = "ruben@example.com", ["yardId"] = DesignedRecord.RefTo("yard1") }),
    ]);

    private static Fault Read(int status, string? code, string message)
    {
        var failure = new EnvironmentException(EnvironmentFailure.Http, "up", $"http://127.0.0.1/api answered 'up' with {status} {code}: {message}.") { Status = status, Code = code };
        var check = new ScenarioCheck("standard", "run-1", [new("up", CheckOutcome.Failed, failure.Message)], null, null) { Failure = failure };
        return FaultReader.Read(new ScenarioProof(false, "", "", []) { Checks = [check] }, [Scenario])[0];
    }

    [Theory]
    [InlineData("BoatOwner[1] (boatOwner2) could not be created: 23505: duplicate key value violates unique constraint \"IX_BoatOwners_Email\"", "email")]
    [InlineData("BoatOwner[0] (boatOwner1): UNIQUE constraint failed: BoatOwners.Email", "email")]
    [InlineData("BoatOwner[0] (boatOwner1): Duplicate entry 'ada@example.com' for key 'boat_owners.email'", "email")]
    [InlineData("BoatOwner[0] (boatOwner1): Email is already taken", "email")]
    public void Clash_InTheWordsOfADatabase_IsTheScenarios_AndNamesTheField(string message, string field)
    {
        var fault = Read(500, "INTERNAL_ERROR", message);

        (fault.Side, fault.Cause, fault.Model, fault.Field).ShouldBe((FaultSide.Scenario, FaultCause.NotUnique, "BoatOwner", field));
    }

    [Theory]
    [InlineData("is required", FaultCause.MissingField)]
    [InlineData("must be one of Red, Green", FaultCause.InvalidValue)]
    [InlineData("must be an integer, got other text", FaultCause.WrongType)]
    [InlineData("The field email must be between 1 and 9.", FaultCause.InvalidValue)]
    [InlineData("The field email must be a string with a maximum length of 12.", FaultCause.InvalidValue)]
    public void Validation_OfAField_IsTheScenarios(string why, FaultCause cause)
    {
        var fault = Read(400, "INVALID_BODY", $"validation failed for model BoatOwner: BoatOwner[0] (boatOwner1), field email: {why}");

        (fault.Side, fault.Cause, fault.Model, fault.Field, fault.Alias).ShouldBe((FaultSide.Scenario, cause, "BoatOwner", "email", "boatOwner1"));
    }

    [Fact]
    public void Limits_AreReadOffTheWordsOfTheFramework()
    {
        Read(400, "INVALID_BODY", "validation failed for model Yard: Yard[0], field name: The field name must be between 0.5 and 40.").Limits.ShouldBe(new ValueLimits { Least = 0.5m, Most = 40 });
        Read(400, "INVALID_BODY", "validation failed for model Yard: Yard[0], field name: The field name must be a string with a minimum length of 3 and a maximum length of 9.").Limits.ShouldBe(new ValueLimits { MinLength = 3, MaxLength = 9 });
        Read(400, "INVALID_BODY", "validation failed for model Yard: Yard[0], field name: The field name must match the regular expression '^[A-Z]+$'.").Limits.Pattern.ShouldBe("^[A-Z]+$");
        Read(500, "INTERNAL_ERROR", "Yard[0] (yard1) could not be created: 22001: value too long for type character varying(5)").Limits.MaxLength.ShouldBe(5);
    }

    [Theory]
    [InlineData(500, "INTERNAL_ERROR", "Yard[0] (yard1) could not be created: Object reference not set to an instance of an object.", FaultCause.Crash)]
    [InlineData(500, "INTERNAL_ERROR", "Yard[0] (yard1) could not be created: No service for type 'IYards' has been registered.", FaultCause.Crash)]
    [InlineData(500, "INTERNAL_ERROR", "Yard[0] (yard1) could not be created: 42P01: relation \"Yards\" does not exist", FaultCause.Crash)]
    [InlineData(500, "FACTORY_MISSING_PK", "Yard[0]: the factory of Yard returned nothing, which has no id", FaultCause.Crash)]
    [InlineData(400, "INVALID_BODY", "no factory is registered for model Yard", FaultCause.MissingFactory)]
    [InlineData(401, "INVALID_SIGNATURE", "Invalid signature", FaultCause.Endpoint)]
    [InlineData(404, "PRODUCTION_BLOCKED", "Not found", FaultCause.Endpoint)]
    [InlineData(502, null, "Bad gateway", FaultCause.Endpoint)]
    public void Failure_OfCodeOrEndpoint_IsTheHandlers(int status, string? code, string message, FaultCause cause)
    {
        var fault = Read(status, code, message);

        (fault.Side, fault.Cause).ShouldBe((FaultSide.Handler, cause));
        if (cause is FaultCause.Crash or FaultCause.MissingFactory)
            fault.Model.ShouldBe("Yard");
    }
}
