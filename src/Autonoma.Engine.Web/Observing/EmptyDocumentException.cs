namespace Autonoma.Engine.Web.Observing;

/// <summary>The page has no element at the moment: it is between two documents. Looking again helps.</summary>
internal sealed class EmptyDocumentException() : Exception("The page has no document element.");
