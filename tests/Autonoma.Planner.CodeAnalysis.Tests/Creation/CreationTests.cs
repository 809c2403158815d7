namespace Autonoma.Planner.CodeAnalysis.Tests.Creation;

public sealed class CreationTests : TempCode
{
    [Fact]
    public async Task InsertThroughAHelperChain_IsTheServicesCreation()
    {
        var report = await AnalyzeAsync("""
            using Microsoft.EntityFrameworkCore;
            public class Band { public int Id { get; set; } public string Name { get; set; } = ""; }
            public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); }
            public class BandService(Stage db)
            {
                public async Task SignAsync(string name) => await KeepAsync(new Band { Name = name });
                private Task KeepAsync(Band band) { Write(db, band); return db.SaveChangesAsync(); }
                private static void Write<T>(DbContext context, T row) where T : class => context.Add(row);
            }
            """);

        report.Creations.ShouldHaveSingleItem().Creator!.Function.ShouldBe("BandService.SignAsync");
    }

    [Fact]
    public async Task LoadedRowOnANavigation_IsNoCreation()
    {
        var report = await AnalyzeAsync("""
            using Microsoft.EntityFrameworkCore;
            public class Band { public int Id { get; set; } public List<Player> Players { get; } = []; }
            public class Player { public int Id { get; set; } }
            public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); public DbSet<Player> Players => Set<Player>(); }
            public class Lineup(Stage db)
            {
                public async Task JoinAsync(int bandId, int playerId)
                {
                    var band = await db.Bands.FindAsync(bandId);
                    var player = await db.Players.FindAsync(playerId);
                    band!.Players.Add(player!);
                    await db.SaveChangesAsync();
                }
            }
            """);

        report.Creations.ShouldAllBe(c => c.Creator == null && c.CreatedBy.Count == 0);
    }

    [Fact]
    public async Task NewObjectThatIsNeverStored_IsNoCreation()
    {
        var report = await AnalyzeAsync("""
            using Microsoft.EntityFrameworkCore;
            public class Band { public int Id { get; set; } public List<Song> Songs { get; } = []; }
            public class Song { public int Id { get; set; } public string Title { get; set; } = ""; }
            public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); }
            public class Preview { public Band Show() { var band = new Band(); band.Songs.Add(new Song { Title = "x" }); return band; } }
            """);

        report.Models.Count.ShouldBe(2);
        report.Creations.ShouldAllBe(c => c.Creator == null && c.CreatedBy.Count == 0);
    }

    [Fact]
    public async Task ChildMadeInTheParentsConstructor_ComesWithTheParent()
    {
        var report = await AnalyzeAsync("""
            using Microsoft.EntityFrameworkCore;
            public class Band { public Band(string name) { Name = name; Budget = new Budget(); } private Band() { } public int Id { get; private set; } public string Name { get; private set; } = ""; public Budget Budget { get; private set; } = null!; }
            public class Budget { public int Id { get; set; } public int BandId { get; set; } public decimal Amount { get; set; } }
            public class Stage : DbContext { public DbSet<Band> Bands => Set<Band>(); }
            public class BandService(Stage db) { public void Found(string name) { db.Bands.Add(new Band(name)); db.SaveChanges(); } }
            """);

        var budget = report.Creations.Single(c => c.Model == "Budget");
        budget.IsIndependent.ShouldBeFalse();
        budget.CreatedBy.ShouldHaveSingleItem().Owner.ShouldBe("Band");
        budget.CreatedBy[0].Why.ShouldContain("Code.cs:2");
    }

    [Fact]
    public async Task MongoCollectionInAGenericStore_GivesTheDocumentsItIsUsedWith()
    {
        var report = await AnalyzeAsync("""
            using MongoDB.Driver;
            public interface IDocumentStore<T> { Task PutAsync(T document); }
            public class DocumentStore<T>(IMongoDatabase database) : IDocumentStore<T> { public Task PutAsync(T document) => database.GetCollection<T>(typeof(T).Name).InsertOneAsync(document); }
            public class Ticket { public Guid Id { get; set; } public string Seat { get; set; } = ""; }
            public class Refund { public Guid Id { get; set; } public Guid TicketId { get; set; } }
            public class BoxOffice(IDocumentStore<Ticket> tickets, IDocumentStore<Refund> refunds)
            {
                public Task SellAsync(string seat) => tickets.PutAsync(new Ticket { Id = Guid.NewGuid(), Seat = seat });
                public Task RefundAsync(Guid ticket) => refunds.PutAsync(new Refund { TicketId = ticket });
            }
            """);

        report.Models.Select(m => (m.Name, m.Store)).ShouldBe([("Refund", "mongo"), ("Ticket", "mongo")]);
        report.Creations.Select(c => c.Creator!.Function).ShouldBe(["BoxOffice.RefundAsync", "BoxOffice.SellAsync"]);
        report.Relations.ShouldContain(r => r.Child == "Refund" && r.Parent == "Ticket" && r.Kind == "by-id");
    }

    [Fact]
    public async Task TextThatOnlySpeaksOfInserting_IsNoTable()
    {
        var report = await AnalyzeAsync("""
            public class Notes { public string Hint => "insert into the slot, then wait"; public string Sql => "SELECT * FROM slots"; }
            """);

        report.Models.ShouldBeEmpty();
        report.Undecided.ShouldContain(u => u.About == "Models");
    }

    [Fact]
    public async Task CodeThatDoesNotCompile_IsReadAllTheSame()
    {
        var report = await AnalyzeAsync("""
            using Nowhere.To.Be.Found; using Microsoft.EntityFrameworkCore;
            public class Venue : UnknownBase<int> { public int Id { get; set; } public Mystery? Thing { get; set; } }
            public class Stage : DbContext { public DbSet<Venue> Venues => Set<Venue>(); protected override void OnModelCreating(ModelBuilder b) { b.UseMagic(); b.Entity<Venue>().HasMystery().Property(v => v.Id) } }
            public class VenueService(Stage db, IUnknown<Venue> other) { public void Open() { other.Do(x => x.Y); db.Venues.Add(new Venue { } ; db.SaveChanges(); } }
            """);

        report.Creations.ShouldHaveSingleItem().Creator!.Function.ShouldBe("VenueService.Open");
    }

    [Fact]
    public async Task FoldersOfTheDomain_AreRead_ThoseOfToolsAreNot()
    {
        const string Model = "using Microsoft.EntityFrameworkCore;\npublic class {0} {{ public int Id {{ get; set; }} }}\npublic class {0}Context : DbContext {{ public DbSet<{0}> All => Set<{0}>(); }}\n";
        foreach (var (folder, name) in ((string, string)[])[("src/Packages", "Parcel"), ("packages/api", "Route"), ("obj/Debug", "Leftover"), ("src/bin", "Copy")])
            Write($"{folder}/{name}.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Model, name));

        (await AnalyzeAsync()).Models.Select(m => m.Name).ShouldBe(["Parcel", "Route"]);
    }
}
