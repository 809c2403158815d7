using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Checks;

/// <summary>Things said of several at once, names the other way round, and deeds before or behind a claim.</summary>
public sealed class CompanionClaimTests(BrowserFixture fixture) : ClaimTest(fixture)
{
    private const string Crew = """
        <h1>Crew</h1><table><thead><tr><th>Name</th><th>Bay</th><th>Helmet</th><th>Radio</th><th>Trained</th><th>Shift</th><th></th></tr></thead><tbody>
        <tr><td>Pent, Olga <em>lead</em></td><td>A</td><td>–</td><td></td><td>Yes</td><td>late</td><td><button>Call</button> <button disabled>Page</button></td></tr>
        <tr><td>Ruud, Bas</td><td>B</td><td>M</td><td>R-4</td><td>No</td><td>early</td><td><button disabled>Call</button> <button disabled>Page</button></td></tr>
        <tr><td>Sand, Carla</td><td>C</td><td>S</td><td>–</td><td>No</td><td>late</td><td>Relieved at 06:15</td></tr></tbody></table>
        """;

    [Theory]
    [InlineData("Olga Pent is marked as lead")]
    [InlineData("Bas Ruud's bay is B")]
    [InlineData("The bay of Olga Pent is A")]
    [InlineData("The Call and Page buttons of Bas Ruud are both disabled")]
    [InlineData("Olga Pent has no helmet and no radio")]
    [InlineData("Carla Sand was relieved at 06:15")]
    [InlineData("Carla Sand has S under Helmet")]
    [InlineData("Two members have not trained")]
    [InlineData("Exactly one member has trained")]
    [InlineData("Bas Ruud has not trained")]
    public Task True_IsHeld(string claim) => JudgeAsync(Crew, claim, isHeld: true);

    [Theory]
    [InlineData("Bas Ruud is marked as lead")]
    [InlineData("Bas Pent is marked as lead")]
    [InlineData("Anna Olga Pent is marked as lead")]
    [InlineData("Bas Ruud's bay is A")]
    [InlineData("The bay of Olga Pent is B")]
    [InlineData("The Call and Page buttons of Olga Pent are both disabled")]
    [InlineData("The Call and Page buttons of Bas Ruud are both enabled")]
    [InlineData("Olga Pent has a helmet and no radio")]
    [InlineData("Carla Sand has no helmet and no radio")]
    [InlineData("Carla Sand has no radio and no helmet")]
    [InlineData("Carla Sand was relieved at 06:45")]
    [InlineData("Bas Ruud was relieved at 06:15")]
    [InlineData("Carla Sand was not relieved at 06:15")]
    [InlineData("Carla Sand has S under Radio")]
    [InlineData("Carla Sand has M under Helmet")]
    [InlineData("Three members have not trained")]
    [InlineData("Two members have trained")]
    [InlineData("Olga Pent has not trained")]
    [InlineData("Bas Ruud has trained")]
    public Task False_IsNotHeld(string claim) => JudgeAsync(Crew, claim, isHeld: false);

    private const string Order = """
        <h1>Order form</h1><div role="tablist"><button role="tab" aria-selected="false">Daily</button><button role="tab" aria-selected="true">Weekly</button></div>
        <p>Price: <b>€ 18</b></p><p><label>Search <input value="oak"></label> <label>Comment <textarea>By noon, please</textarea></label> <label>Voucher <input value=""></label></p>
        <ul class="woods"><li class="wood"><h3>Oak board</h3><button>Ordered</button></li><li class="wood"><h3>Ash board</h3><button>Order</button></li></ul>
        <p class="error" role="alert">Enter a street.</p><p class="error" role="alert">Choose a day.</p>
        <div role="dialog" aria-label="Leave?"><p>Leave without saving?</p><button>Stay</button><button>Leave</button></div>
        """;

    [Theory]
    [InlineData("After switching to the weekly tab the price is € 18")]
    [InlineData("'Enter a street.' appears after sending the form")]
    [InlineData("After typing a comment, the price is € 18")]
    [InlineData("When you search for 'oak', 'Oak board' is displayed")]
    [InlineData("After ordering Oak board, its button reads Ordered")]
    [InlineData("Sending the empty form brings up both errors: 'Enter a street.' and 'Choose a day.'")]
    [InlineData("A dialog asks 'Leave without saving?' with the buttons Stay and Leave")]
    public Task AfterADeed_True_IsHeld(string claim) => JudgeAsync(Order, claim, isHeld: true);

    [Theory]
    [InlineData("After switching to the daily tab the price is € 18")]
    [InlineData("After switching to the weekly tab the price is € 81")]
    [InlineData("'Enter a town.' appears after sending the form")]
    [InlineData("After typing a voucher, the price is € 18")]
    [InlineData("After typing a comment, the price is € 19")]
    [InlineData("When you search for 'elm', 'Oak board' is displayed")]
    [InlineData("When you search for 'oak', 'Elm board' is displayed")]
    [InlineData("After ordering Ash board, its button reads Ordered")]
    [InlineData("After ordering Oak board, its button reads Order")]
    [InlineData("Sending the empty form brings up both errors: 'Enter a street.' and 'Choose an hour.'")]
    [InlineData("Sending the empty form brings up three errors: 'Enter a street.' and 'Choose a day.'")]
    [InlineData("A dialog asks 'Leave without saving?' with the buttons Stay and Save")]
    [InlineData("A dialog asks 'Leave with saving?' with the buttons Stay and Leave")]
    public Task AfterADeed_False_IsNotHeld(string claim) => JudgeAsync(Order, claim, isHeld: false);
}
