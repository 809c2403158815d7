using Autonoma.Engine.Commands;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Instructions;

namespace Autonoma.Engine.Tests.Instructions;

/// <summary>Constructions of English in which a step may be said; one theory for each, with wordings of its own.</summary>
public sealed class TurnsOfPhraseTests
{
    private static readonly StepReader Reader = new();

    private static void Reads(string sentence, string commands)
    {
        var reading = Reader.Read(sentence);

        string.Join("; ", reading.Commands.Select(Said)).ShouldBe(commands, reading.Unresolved?.Message);
    }

    private static string Said(CommandArguments command) => command switch
    {
        ClickArguments x => $"{(x.Count == 2 ? "double-" : x.Button == MouseButton.Right ? "right-" : "")}click {x.Target}",
        TypeArguments x => $"type {x.Target} = {x.Text}",
        SelectArguments x => $"select {x.Target} = {x.Option}",
        CheckArguments x => $"{(x.On ? "check" : "uncheck")} {x.Target}",
        DragArguments x => $"drag {x.Start} > {x.End}",
        ScrollArguments x => $"scroll {string.Join(' ', new[] { x.Target, x.Direction?.ToString().ToLowerInvariant() }.Where(part => part is not null))}",
        PressArguments x => $"press {x.Key}{(x.Target is null ? "" : $" in {x.Target}")}",
        NavigateArguments x => $"navigate {x.Url}",
        UploadArguments x => $"upload {x.Target} = {string.Join(", ", x.Files)}",
        ReadArguments x => $"read {x.Target} = {x.Variable}",
        AssertArguments x => $"assert {x.Claim}",
        WaitArguments x => $"wait {x.Condition}",
        HoverArguments x => $"hover {x.Target}",
        _ => command.Command,
    };

    [Theory]
    [InlineData("Set Hold for to 30", "type Hold for = 30")]
    [InlineData("Set Valid from to 3 and click on Keep", "type Valid from = 3; click Keep")]
    [InlineData("Change the price from 3 to 4", "type price = 4")]
    [InlineData("Set the kind of cargo to Timber", "select kind of cargo = Timber")]
    [InlineData("Set the number of crates to 4", "type number of crates = 4")]
    public void Read_LabelThatEndsInASmallWord_IsTheWholeLabel(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Enter 4 as missing crates", "type missing crates = 4")]
    [InlineData("Enter 12 as the default rate", "type default rate = 12")]
    [InlineData("Enter 4 into the missing field", "")]
    [InlineData("Give \"Fog\" as the reason", "type reason = Fog")]
    [InlineData("Look up crossing KL-77 by typing it into the harbour search", "type harbour search = KL-77")]
    [InlineData("Look up Ida Roe by typing it into the harbour search", "type harbour search = Ida Roe")]
    public void Read_ValueAndTheFieldItIsFor_TypesIt(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("It should be checked that the berth K-7 is free", "assert the berth K-7 is free")]
    [InlineData("It must be verified that \"Moored\" is displayed", "assert \"Moored\" is displayed")]
    [InlineData("It has to be made sure that the berth K-7 is free", "assert the berth K-7 is free")]
    public void Read_ClaimToBeChecked_IsAClaim(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("A message confirms \"The berth is yours.\"", "assert A message says \"The berth is yours.\"")]
    [InlineData("The notice acknowledges \"Noted\"", "assert The notice says \"Noted\"")]
    [InlineData("Expect the notice \"Noted\" and no bar at the bottom", "assert the notice \"Noted\" is displayed; assert no bar at the bottom is displayed")]
    [InlineData("Click Sail and expect no boats in the list", "click Sail; assert no boats in the list are displayed")]
    public void Read_WhatAMessageTellsAndWhatIsGone_AreClaims(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Open crossing K-7", true)]
    [InlineData("Open the row of Ida Roe", true)]
    [InlineData("Open the Berth dropdown", false)]
    [InlineData("Click crossing K-7", false)]
    public void Read_EntryToBeOpened_SaysThatItOpens(string sentence, bool opens) => Reader.Read(sentence).Commands.ShouldHaveSingleItem().ShouldBeOfType<ClickArguments>().Opens.ShouldBe(opens);

    [Theory]
    [InlineData("Scroll down to the list of moored boats", "scroll list of moored boats down")]
    [InlineData("Scroll up to the notice", "scroll notice up")]
    [InlineData("Scroll to the notice", "scroll notice")]
    public void Read_ScrollWithAWayToAPlace_KeepsBoth(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Tick 'Only mine' and expect two boats in the list", "check 'Only mine'; assert two boats in the list are displayed")]
    [InlineData("Click Sail and expect no boats in the list", "click Sail; assert no boats in the list are displayed")]
    [InlineData("The user should read \"3 moored\"", "assert \"3 moored\" is displayed")]
    [InlineData("Assert that the error says the name must be given", "assert the error says the name must be given")]
    [InlineData("Assert that the name must be given", "assert the name is given")]
    public void Read_ClaimBehindADeed_IsAClaim(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("With a tap on Send, pass the message on", "click Send")]
    [InlineData("By a double click on the map, zoom in", "double-click map")]
    [InlineData("Via a right click on row 3, bring up the menu", "right-click row 3")]
    [InlineData("With one click on \"Pay\", settle the bill", "click \"Pay\"")]
    [InlineData("With a click on Save, verify that \"Saved\" is shown", "click Save; assert \"Saved\" is shown")]
    public void Read_DoingInFrontOfItsAim_IsDone(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("With a click on Edit, type \"x\" in Name")]
    [InlineData("With a click on Add, create a batch called \"X\"")]
    [InlineData("Enter \"5\" in Qty with a click on Plus")]
    [InlineData("Name the beer \"Fog\" by clicking Rename")]
    [InlineData("Open the context menu of row 3 with a right click")]
    public void Read_AimThatHoldsDataOrAnActionOfItsOwn_IsNotPassedOver(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Hand the book over with a click on Lend", "click Lend")]
    [InlineData("Hand the book over by clicking Lend", "click Lend")]
    [InlineData("Open the file \"a.txt\" with a double click", "double-click file \"a.txt\"")]
    [InlineData("Submit the form with a click on Send", "click Send")]
    [InlineData("Name the beer by typing \"Fog\" into the Beer field", "type Beer field = Fog")]
    [InlineData("Make the list shorter by ticking Hide done", "check Hide done")]
    [InlineData("Unlock the door by dragging the key onto the lock", "drag key > lock")]
    [InlineData("Book the seat by means of the plus button", "click plus button")]
    public void Read_AimOfAnyVerbWithItsMeans_DoesTheMeans(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Leave the dialog with Cancel", "click Cancel")]
    [InlineData("Leave the page through its Back link", "click Back link of the page")]
    [InlineData("Exit the wizard via the Quit button", "click Quit button")]
    [InlineData("Take it back with Undo in the snackbar", "click Undo in the snackbar")]
    [InlineData("Send it with Submit", "click Submit")]
    [InlineData("Remove the clip Alpha with its red cross", "click red cross of the clip Alpha")]
    [InlineData("Discard the draft Alpha with its bin", "click bin of the draft Alpha")]
    [InlineData("With the Lend button, hand the book over", "click Lend button")]
    [InlineData("Via the cog icon, get to the settings", "click cog icon")]
    [InlineData("Enter \"A\" in Name and go on with Next", "type Name = A; click Next")]
    public void Read_AimWithItsTool_ClicksTheTool(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Delete the row with Anna")]
    [InlineData("Create an order with Anna")]
    [InlineData("Delete the order with its items")]
    [InlineData("Frobnicate the panel with its handle")]
    [InlineData("Continue with Facebook")]
    [InlineData("Save it")]
    [InlineData("Redeem it")]
    public void Read_AimWithoutATool_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Make the footer visible by scrolling", "scroll footer")]
    [InlineData("Reach the footer by scrolling", "scroll footer")]
    [InlineData("Go to the bottom of the list by scrolling", "scroll list bottom")]
    [InlineData("Get to the top by scrolling up", "scroll top")]
    [InlineData("Bring the Notes section into view by scrolling down", "scroll Notes section down")]
    public void Read_PlaceReachedByScrolling_IsScrolledTo(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("For the second guest put in Lea", "type second guest = Lea")]
    [InlineData("As the owner key in Jan Mol", "type owner = Jan Mol")]
    [InlineData("As subject, put in \"Hello\"", "type subject = Hello")]
    [InlineData("For the colour go for Teal", "select colour = Teal")]
    [InlineData("In Size, settle on XL", "select Size = XL")]
    [InlineData("From the causes on offer in Cause, select Burst pipe", "select Cause = Burst pipe")]
    [InlineData("Among the options of Size, choose XL", "select Size = XL")]
    [InlineData("Out of the sizes available under Size pick XL", "select Size = XL")]
    [InlineData("In the dialog, choose Keep loan", "click Keep loan in the dialog")]
    public void Read_PlaceInFront_IsWhereItIsDone(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Take \"Burst pipe\" from the Cause picker", "select Cause picker = Burst pipe")]
    [InlineData("Take Horse as the species", "select species = Horse")]
    [InlineData("Choose Stout as the beer from the drop-down", "select beer drop-down = Stout")]
    [InlineData("Pick Stout from the picker as the beer style", "select beer style picker = Stout")]
    [InlineData("Choose Stout as the beer from the Style list", "select Style list = Stout")]
    [InlineData("Mark Dental as the reason for the visit", "select reason for the visit = Dental")]
    [InlineData("Mark \"Minor\" as the severity via the radio button", "check \"Minor\" radio button")]
    [InlineData("Choose to send it \"Later today\"", "select  = Later today")]
    [InlineData("Use invoice.pdf as the document for Proof of purchase", "upload Proof of purchase = invoice.pdf")]
    [InlineData("Fill in Jan Mol as the owner", "type owner = Jan Mol")]
    public void Read_ChoiceOrFileWithWhatItIsFor_KeepsThemApart(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Take the bus to Rome")]
    [InlineData("Take a screenshot")]
    [InlineData("Mark the order as paid")]
    [InlineData("Choose to stay")]
    public void Read_TakenOrMarkedWithoutAControl_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Have the box labelled X ticked", "check box labelled X")]
    [InlineData("Have the page refreshed", "refresh")]
    [InlineData("Get the box Express unticked", "uncheck box Express")]
    [InlineData("Have \"Oslo\" typed into City", "type City = Oslo")]
    [InlineData("Have the Notes field cleared", "type Notes field = ")]
    [InlineData("Have the switch Night mode switched off", "uncheck switch Night mode")]
    [InlineData("Have the language set to Dutch", "select language = Dutch")]
    [InlineData("Have the user click Save", "click Save")]
    [InlineData("Have row 3 double-clicked", "double-click row 3")]
    [InlineData("Let the quantity be 3", "type quantity = 3")]
    [InlineData("Let the Name field say \"Ann\"", "type Name field = Ann")]
    [InlineData("Let the box Express be ticked", "check box Express")]
    [InlineData("Let Notes be empty", "type Notes = ")]
    [InlineData("Let the Status dropdown show Open", "select Status dropdown = Open")]
    [InlineData("Let {{n}} be the number in the badge", "read number in the badge = n")]
    [InlineData("Make the quantity 3", "type quantity = 3")]
    [InlineData("Make the Colour drop-down say Teal", "select Colour drop-down = Teal")]
    [InlineData("Make the box Express ticked", "check box Express")]
    public void Read_Causative_BringsItAbout(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Have the saved filter deleted")]
    [InlineData("Get the order approved")]
    [InlineData("Have lunch")]
    [InlineData("Let me in")]
    [InlineData("Make the first answer the default")]
    [InlineData("Make a project named \"Apollo\"")]
    [InlineData("Make the Save button visible")]
    [InlineData("Make the customer happy")]
    public void Read_CausativeOfWorkThatTheAppDoes_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("\"Gate 4\" should go into the Found at field", "type Found at field = Gate 4")]
    [InlineData("Into the Weight box goes 2.5", "type Weight box = 2.5")]
    [InlineData("In the City field goes \"Rome\"", "type City field = Rome")]
    [InlineData("\"Ana\" goes into First name and \"Silva\" into Surname", "type First name = Ana; type Surname = Silva")]
    [InlineData("report.pdf goes into Attachments", "upload Attachments = report.pdf")]
    [InlineData("{{code}} goes into the Code field", "type Code field = {{code}}")]
    public void Read_DataThatGoesIntoAField_IsEntered(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Fold Orders out", "click Orders")]
    [InlineData("Fold out the Details panel", "click Details panel")]
    [InlineData("Fold in the side panel", "click side panel")]
    [InlineData("Flip the Details card open", "click Details card")]
    [InlineData("Call up https://x.test/a", "navigate https://x.test/a")]
    [InlineData("Call /orders up", "navigate /orders")]
    [InlineData("Bring up /orders", "navigate /orders")]
    [InlineData("Start on https://x.test", "navigate https://x.test")]
    [InlineData("Begin at /orders", "navigate /orders")]
    [InlineData("Start with the page /orders", "navigate /orders")]
    [InlineData("Load the page afresh", "refresh")]
    [InlineData("Change over to Gas", "click Gas")]
    [InlineData("Go on to Your details", "click Your details")]
    public void Read_VerbWithItsParticle_MeansBoth(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Set the status filter to On hold", "select status filter = On hold")]
    [InlineData("Change the category filter to Bread", "select category filter = Bread")]
    [InlineData("Set the name filter to Ann", "type name filter = Ann")]
    public void Read_FilterThatIsSet_IsOfTheKindOfWhatItFiltersBy(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Put a tick beside \"Dry hopping\"", "check \"Dry hopping\"")]
    [InlineData("Place a tick in front of Express", "check Express")]
    [InlineData("Set a check mark next to Express", "check Express")]
    [InlineData("Give the Express box a tick", "check Express box")]
    [InlineData("Take the tick away from in front of Express", "uncheck Express")]
    [InlineData("Remove the tick beside Express", "uncheck Express")]
    public void Read_TickThatIsPutOrTaken_SwitchesItsBox(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Take the card Alpha and drop it on Done", "drag card Alpha > Done")]
    [InlineData("Pick up the card Alpha and drop it on Done", "drag card Alpha > Done")]
    [InlineData("Grab Alpha and move it below Beta", "drag Alpha > Beta")]
    [InlineData("Lift the first row and carry it over to the last one", "drag first row > last one")]
    [InlineData("Take Alpha, drag it onto Beta", "drag Alpha > Beta")]
    [InlineData("Seize the block Quote and let go of it over the drop area", "drag block Quote > drop area")]
    [InlineData("Take the price as {{price}}", "read price = price")]
    public void Read_SeizedAndDropped_IsOneDrag(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Do not type anything into Notes", "type Notes = ")]
    [InlineData("Don't put any text in Notes", "type Notes = ")]
    [InlineData("Enter nothing in Notes", "type Notes = ")]
    [InlineData("Type nothing at all into the Notes field", "type Notes field = ")]
    [InlineData("Remove everything that has been typed into Notes", "type Notes = ")]
    [InlineData("Clear whatever is still in the Keyword box", "type Keyword box = ")]
    [InlineData("Erase what stands in the Keyword box", "type Keyword box = ")]
    [InlineData("Delete all text in the Keyword field", "type Keyword field = ")]
    public void Read_NothingInAField_LeavesItEmpty(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Don't enter anything else in Notes")]
    [InlineData("Don't enter \"x\" in Notes")]
    [InlineData("Don't click anything in the list")]
    [InlineData("Delete everything in the cart")]
    [InlineData("Delete whatever is in the bin")]
    public void Read_DenialOrContentsOfSomethingElse_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("By then, the list has to be empty", "assert the list is empty")]
    [InlineData("As a result, the total has to read 5", "assert the total reads 5")]
    [InlineData("Consequently the price is 12", "assert the price is 12")]
    [InlineData("The fines ought not to be shown", "assert The fines are not shown")]
    [InlineData("The list is supposed to be empty", "assert The list is empty")]
    [InlineData("The message needs to say \"Saved\"", "assert The message says \"Saved\"")]
    [InlineData("Make sure of it that \"Saved\" is shown", "assert \"Saved\" is shown")]
    [InlineData("See to it that no error is left", "assert no error is left")]
    [InlineData("Take care that the list is empty", "assert the list is empty")]
    [InlineData("Satisfy yourself that the total is 5", "assert the total is 5")]
    public void Read_Obligation_IsAClaim(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Stay put for 2 seconds", "wait 2 seconds")]
    [InlineData("Do nothing for half a second", "wait half a second")]
    [InlineData("Hold still for 500 ms", "wait 500 ms")]
    [InlineData("Let three seconds go by", "wait three seconds")]
    [InlineData("Let the upload finish", "wait the upload has finished")]
    [InlineData("Wait for the order to have been sent", "wait the order has been sent")]
    [InlineData("Wait for the list to be empty", "wait the list is empty")]
    public void Read_IdlenessOrAnEnd_IsWaitedFor(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Bear the total in mind as {{total}}", "read total = total")]
    [InlineData("Keep the order number in memory as {{no}}", "read order number = no")]
    [InlineData("Commit the total to memory as {{total}}", "read total = total")]
    [InlineData("Keep the total in mind for later as {{total}}", "read total = total")]
    [InlineData("Note the total for later as {{total}}", "read total = total")]
    public void Read_KeptInMind_ReadsTheThingAlone(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Lower the deductible to 250", "type deductible = 250")]
    [InlineData("Raise the volume slider to 80", "type volume slider = 80")]
    [InlineData("Reduce the quantity from 5 to 2", "type quantity = 2")]
    [InlineData("Correct the reading to 11000", "type reading = 11000")]
    public void Read_ValueRaisedOrLowered_IsSet(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Lower the quantity by 2")]
    [InlineData("Raise the question")]
    [InlineData("Lower the flag to half-mast")]
    [InlineData("Correct the mistakes")]
    public void Read_ChangeWithoutAValue_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Have the box Express ticked and the page reloaded", "check box Express; refresh")]
    [InlineData("Have A and B ticked", "check A; check B")]
    [InlineData("Have the box Express ticked, then press Save", "check box Express; click Save")]
    [InlineData("With a click on Lend and a click on OK, hand it over", "click Lend; click OK")]
    [InlineData("With a click on Lend, hand the book over and verify that \"Lent\" is shown", "click Lend; assert \"Lent\" is shown")]
    [InlineData("Take the Alpha card, drop it on Done and check that Done says 1", "drag Alpha card > Done; assert Done says 1")]
    [InlineData("Put a tick in front of A and B", "check A; check B")]
    public void Read_TurnWithMoreBehindIt_LosesNothing(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("With a click on Lend, hand the book over, then log out")]
    [InlineData("Have the box ticked and the order approved")]
    [InlineData("Of the options in Size, any will do")]
    public void Read_TurnWithSomethingUnreadBehindIt_StaysUnresolved(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("The Notes field gets \"abc\"", "type Notes field = abc")]
    [InlineData("The Notes field receives the text \"abc\"", "type Notes field = abc")]
    [InlineData("Give the Name field the value \"Ann\"", "type Name field = Ann")]
    [InlineData("Give your name as \"Ann\"", "type name = Ann")]
    [InlineData("Bring the volume slider to 40", "type volume slider = 40")]
    [InlineData("Put the status on Open", "select status = Open")]
    [InlineData("Type over the name with \"Bea\"", "type name = Bea")]
    [InlineData("Swap the name for \"Bea\"", "type name = Bea")]
    [InlineData("Rid the Notes field of its text", "type Notes field = ")]
    [InlineData("Rub out the text in Notes", "type Notes = ")]
    [InlineData("Turn Night mode off by its toggle", "uncheck Night mode")]
    [InlineData("Let \"I agree\" stay unticked", "uncheck \"I agree\"")]
    public void Read_ControlAndItsValue_AreSet(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Let the mouse linger on Help", "hover Help")]
    [InlineData("Hover your mouse above the info icon", "hover info icon")]
    [InlineData("Run the mouse over the info icon", "hover info icon")]
    [InlineData("Move over the info icon with the mouse", "hover info icon")]
    [InlineData("Keep the pointer on Help", "hover Help")]
    public void Read_PointerThatIsMovedOrKept_Hovers(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Don't click Start until \"Ready\" is displayed", "wait \"Ready\" is displayed; click Start")]
    [InlineData("Do not go on before \"Ready\" is displayed", "wait \"Ready\" is displayed")]
    [InlineData("Don't continue until the list is empty", "wait the list is empty")]
    public void Read_NotBeforeSomething_WaitsForIt(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Get to /orders", "navigate /orders")]
    [InlineData("Make for /orders", "navigate /orders")]
    [InlineData("Take yourself to https://x.test", "navigate https://x.test")]
    public void Read_WayToAnAddress_GoesThere(string sentence, string commands) => Reads(sentence, commands);

    // Words of their own that differ from a verb of the keyboard or mouse by one letter.
    [Theory]
    [InlineData("Rush the order")]
    [InlineData("Kick Anna out")]
    [InlineData("Elect Anna")]
    [InlineData("Wire 20 euros to Joe")]
    [InlineData("Tack \"urgent\" onto the remarks")]
    [InlineData("Loan the book to Ann")]
    [InlineData("Roll out the update")]
    [InlineData("Go with the flow")]
    [InlineData("Give Anna 5")]
    [InlineData("Strip the order of its items")]
    public void Read_OtherVerbThatLooksLikeAKnownOne_IsNotActedOn(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Upon a click on Save, the dialog should close", "click Save; assert the dialog should close")]
    [InlineData("After a click on Save, \"Saved\" is shown", "click Save; assert \"Saved\" is shown")]
    [InlineData("One click on Next, then type \"x\" in Name", "click Next; type Name = x")]
    [InlineData("Then comes a click on Send", "click Send")]
    [InlineData("The Send button wants clicking", "click Send button")]
    [InlineData("The box Express needs ticking", "check box Express")]
    [InlineData("What you need to do is click Save", "click Save")]
    [InlineData("All that is left is to press Send", "click Send")]
    [InlineData("Feel free to press Send", "click Send")]
    [InlineData("Next up, press Send", "click Send")]
    public void Read_ActionThatIsNamedOrAnnounced_IsDone(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Clicking Save should close the dialog")]
    [InlineData("There is a Send button: click it")]
    public void Read_ActionMixedWithAClaim_StaysUnresolved(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("Enter as name \"Ann\"", "type name = Ann")]
    [InlineData("Enter, as the name, \"Ann\"", "type name = Ann")]
    [InlineData("Enter for the name the text \"Ann\"", "type name = Ann")]
    [InlineData("Pick, from Size, XL", "select Size = XL")]
    [InlineData("Pick from the Size list XL", "select Size list = XL")]
    [InlineData("Change Size over to XL", "select Size = XL")]
    public void Read_FieldBetweenVerbAndValue_IsTheField(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("The parcel goes into the van")]
    [InlineData("The order moves to the archive")]
    public void Read_WhatAThingDoes_IsNoAction(string sentence) => Reader.Read(sentence).Commands.ShouldAllBe(command => command is AssertArguments);

    [Theory]
    [InlineData("Find out whether \"Saved\" is shown", "assert \"Saved\" is shown")]
    [InlineData("Look whether the list is empty", "assert the list is empty")]
    [InlineData("Check for \"Saved\" to be shown", "assert \"Saved\" is shown")]
    [InlineData("Check on the list being empty", "assert the list is empty")]
    [InlineData("It is important that \"Saved\" is shown", "assert \"Saved\" is shown")]
    [InlineData("It should be the case that the list is empty", "assert the list is empty")]
    public void Read_ClaimInAFrame_IsTheClaim(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("With the cart empty, open the checkout")]
    [InlineData("With the dialog open, press Escape")]
    [InlineData("With the Details section collapsed, click Save")]
    public void Read_HowThingsMustStandBefore_IsNotDropped(string sentence) => Reader.Read(sentence).IsResolved.ShouldBeFalse();

    [Theory]
    [InlineData("With the \"Agree\" box ticked, click Next", "check \"Agree\" box; click Next")]
    [InlineData("With the Notes field cleared, press Save", "type Notes field = ; click Save")]
    [InlineData("With the mouse over Help, press F1", "hover Help; press F1")]
    [InlineData("Having ticked \"Agree\", click Next", "check \"Agree\"; click Next")]
    [InlineData("With the cursor in Name, hit Enter", "press Enter in Name")]
    public void Read_DoneBeforehand_IsDoneFirst(string sentence, string commands) => Reads(sentence, commands);

    [Theory]
    [InlineData("Remember the balance as opening", "Remember the balance as {{opening}}")]
    [InlineData("Note the price under cheap", "Note the price as {{cheap}}")]
    [InlineData("Remember the balance", "Remember the balance as {{name}}")]
    public void NameWithoutBraces_IsProposedWithThem(string sentence, string proposed)
        => Reader.Read(sentence).Unresolved!.Suggestion.ShouldBe(proposed);
}
