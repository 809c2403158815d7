namespace Autonoma.Engine.Web.Observing;

/// <summary>The new document has no root element yet: a navigation was committed and its first bytes are still to come. Look again.</summary>
internal sealed class DocumentNotReadyException() : Exception("The document has no root element yet.");
