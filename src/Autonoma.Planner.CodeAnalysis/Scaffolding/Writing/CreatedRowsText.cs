namespace Autonoma.Planner.CodeAnalysis.Scaffolding.Writing;

/// <summary>The class by which a factory learns which row was stored, where the app's function returns nothing.</summary>
internal static class CreatedRowsText
{
    public static string Write(string home) => $$"""
        #nullable enable

        using System;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.ChangeTracking;

        namespace {{home}};

        /// <summary>Watches which row a context is given, where the function that makes it returns no key.</summary>
        internal static class CreatedRows
        {
            /// <summary>The first new row of a kind that comes to the context while something runs.</summary>
            public static async Task<T> OneAsync<T>(DbContext context, Func<Task> run)
                where T : class
            {
                T? first = null;
                void Seen(object? sender, EntityEntryEventArgs args)
                {
                    if (args.Entry is { State: EntityState.Added, Entity: T row })
                        first ??= row;
                }

                context.ChangeTracker.Tracked += Seen;
                context.ChangeTracker.StateChanged += Seen;
                try
                {
                    await run();
                    context.ChangeTracker.DetectChanges();
                }
                finally
                {
                    context.ChangeTracker.Tracked -= Seen;
                    context.ChangeTracker.StateChanged -= Seen;
                }

                return first ?? throw new InvalidOperationException($"No {typeof(T).Name} was stored.");
            }
        }

        """.ReplaceLineEndings("\n");
}
