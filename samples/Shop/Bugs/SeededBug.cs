namespace Shop.Bugs;

/// <summary>A mistake that can be switched on with <c>--bug N</c>. The number is part of the command line: never renumber.</summary>
public enum SeededBug
{
    None = 0,
    DiscountAlsoOnShipping = 1,
    SearchIsCaseSensitive = 2,
    BulkDeleteLeavesLast = 3,
    PriceSortedAsText = 4,
    SettingsNotStored = 5,
    SalePriceNotChecked = 6,
    OrderWithoutTerms = 7,
    NoteTwiceOnDoubleClick = 8,
    StatusCountersStale = 9,
    WrongCustomerEdited = 10,
    UndoLosesPosition = 11,
    PasswordInClear = 12,
    HelpLinkOpensWrongPage = 13,
    PagingSkipsOne = 14,
    DiscountRoundedDown = 15,
    BoardMoveNotStored = 16,
    CancelKeepsEdit = 17,
    GermanPricesWithPoint = 18,
    LogoutKeepsSession = 19,
    QuantityAboveStock = 20,
}
