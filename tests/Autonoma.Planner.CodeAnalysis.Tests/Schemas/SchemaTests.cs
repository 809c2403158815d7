using Autonoma.Planner.CodeAnalysis.Results;

namespace Autonoma.Planner.CodeAnalysis.Tests.Schemas;

public sealed class SchemaTests : TempCode
{
    [Fact]
    public Task Prisma() => ReadsAsync("prisma", "prisma/schema.prisma", """
        enum Tier { FREE PRO }
        model Team {
          id Int @id @default(autoincrement())
          name String @unique
          tier Tier @default(FREE)
          members Member[]
        }
        model Member {
          id Int @id
          email String?
          teamId Int
          team Team @relation(fields: [teamId], references: [id])
        }
        """.Replace("enum Tier { FREE PRO }", "enum Tier {\n  FREE\n  PRO\n}", StringComparison.Ordinal));

    [Fact]
    public Task Drizzle() => ReadsAsync("drizzle", "src/schema.ts", """
        import { pgTable, serial, integer, text, pgEnum } from 'drizzle-orm/pg-core';
        export const tier = pgEnum('tier', ['FREE', 'PRO']);
        export const teams = pgTable('teams', {
          id: serial('id').primaryKey(),
          name: text('name').notNull().unique(),
          tier: tier('tier').notNull().default('FREE'),
        });
        export const members = pgTable('members', {
          id: integer('id').primaryKey(),
          email: text('email'),
          teamId: integer('team_id').notNull().references(() => teams.id),
        });
        """);

    [Fact]
    public Task TypeOrm() => ReadsAsync("typeorm", "src/entities.ts", """
        export enum Tier { FREE = 'FREE', PRO = 'PRO' }
        @Entity('teams')
        export class Team {
          @PrimaryGeneratedColumn() id: number;
          @Column({ unique: true }) name: string;
          @Column({ type: 'enum', enum: Tier, default: Tier.FREE }) tier: Tier;
          @OneToMany(() => Member, (m) => m.team) members: Member[];
        }
        @Entity()
        export class Member {
          @PrimaryColumn() id: number;
          @Column({ nullable: true }) email?: string;
          @ManyToOne(() => Team, (t) => t.members) team: Team;
        }
        """);

    [Fact]
    public Task SqlAlchemy() => ReadsAsync("sqlalchemy", "models.py", """
        from sqlalchemy import Column, Integer, String, Enum, ForeignKey
        class Team(Base):
            __tablename__ = "teams"
            id = Column(Integer, primary_key=True)
            name = Column(String(80), nullable=False, unique=True)
            tier = Column(Enum("FREE", "PRO"), nullable=False, default="FREE")

        class Member(Base):
            __tablename__ = "members"
            id = Column(Integer, primary_key=True)
            email = Column(String(120))
            team_id = Column(Integer, ForeignKey("teams.id"), nullable=False)
        """);

    [Fact]
    public async Task Django()
    {
        Write("shop/models.py", """
            from django.db import models
            class Team(models.Model):
                name = models.CharField(max_length=80, unique=True)
            class Member(models.Model):
                email = models.EmailField(null=True)
                team = models.ForeignKey(Team, on_delete=models.CASCADE)
                friends = models.ManyToManyField("shop.Team", related_name="x")
            class Base(models.Model):
                class Meta:
                    abstract = True
            """);

        var report = await AnalyzeAsync();

        report.Models.Select(m => m.Name).ShouldBe(["Member", "Team"]);
        report.Models[1].Fields.ShouldContain(new ModelField("name", "string", true, false, false, 80));
        report.Relations.ShouldContain(r => r.Child == "Member" && r.Parent == "Team" && r.Field == "team_id" && r.IsRequired);
        report.Relations.ShouldContain(r => r.Kind == "many-to-many");
    }

    [Fact]
    public async Task ActiveRecord()
    {
        Write("db/schema.rb", """
            ActiveRecord::Schema[7.1].define(version: 1) do
              create_table "teams", force: :cascade do |t|
                t.string "name", null: false
                t.index ["name"], name: "i", unique: true
              end
              create_table "members", force: :cascade do |t|
                t.string "email"
                t.bigint "team_id", null: false
              end
              add_foreign_key "members", "teams"
            end
            """);

        var report = await AnalyzeAsync();

        report.Models.Select(m => (m.Name, m.Table)).ShouldBe([("Member", "members"), ("Team", "teams")]);
        report.Models[1].Unique.ShouldHaveSingleItem().ShouldBe(["name"]);
        report.Relations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Parent.ShouldBe("Team"), r => r.Field.ShouldBe("team_id"), r => r.IsRequired.ShouldBeTrue());
    }

    [Fact]
    public async Task Ecto()
    {
        Write("lib/team.ex", "defmodule App.Team do\n  use Ecto.Schema\n  schema \"teams\" do\n    field :name, :string\n    field :tier, Ecto.Enum, values: [:free, :pro], default: :free\n  end\n  def changeset(t, a), do: t |> validate_required([:name]) |> unique_constraint(:name)\nend\n");
        Write("lib/member.ex", "defmodule App.Member do\n  use Ecto.Schema\n  schema \"members\" do\n    field :email, :string\n    belongs_to :team, App.Team\n  end\nend\n");

        var report = await AnalyzeAsync();

        report.Models.Select(m => m.Name).ShouldBe(["Member", "Team"]);
        report.Models[1].Fields.Single(f => f.Name == "name").IsRequired.ShouldBeTrue();
        report.Relations.ShouldHaveSingleItem().Parent.ShouldBe("Team");
    }

    [Fact]
    public async Task Jpa()
    {
        Write("src/main/java/Team.java", "@Entity\n@Table(name = \"teams\")\npublic class Team {\n  @Id @GeneratedValue\n  private Long id;\n  @Column(nullable = false, unique = true)\n  private String name;\n  @OneToMany(mappedBy = \"team\")\n  private List<Member> members = new ArrayList<>();\n}\n");
        Write("src/main/java/Member.java", "@Entity\npublic class Member {\n  @Id\n  private Long id;\n  @ManyToOne(optional = false)\n  @JoinColumn(name = \"team_id\")\n  private Team team;\n}\n");

        var report = await AnalyzeAsync();

        report.Models.Select(m => (m.Name, m.Table)).ShouldBe([("Member", null), ("Team", "teams")]);
        report.Models[1].Fields.Select(f => f.Name).ShouldBe(["id", "name"]);
        report.Relations.ShouldHaveSingleItem().Field.ShouldBe("team_id");
    }

    [Theory]
    [InlineData("go.mod", "module x\nrequire github.com/gin-gonic/gin v1", "Go", "github.com/autonoma-ai/autonoma-sdk-go")]
    [InlineData("Gemfile", "gem 'rails'", "Ruby", "autonoma")]
    [InlineData("package.json", "{ \"dependencies\": { \"hono\": \"4\" } }", "TypeScript", "@autonoma-ai/sdk with @autonoma-ai/server-hono")]
    public async Task Backend_ByItsManifest(string file, string text, string language, string sdk)
    {
        Write(file, text);

        (await AnalyzeAsync()).Backends.ShouldHaveSingleItem().ShouldSatisfyAllConditions(b => b.Language.ShouldBe(language), b => b.Sdk.ShouldBe(sdk));
    }

    // The same two tables in every dialect: teams with a unique name and a tier, members that may have an email and have a team.
    private async Task ReadsAsync(string store, string file, string text)
    {
        Write(file, text);

        var report = await AnalyzeAsync();

        report.Models.Select(m => (m.Name, m.Store)).ShouldBe([("Member", store), ("Team", store)]);
        var team = report.Models[1];
        team.Fields.Select(f => (f.Name, f.Type, f.IsRequired, f.IsId)).ShouldBe([("id", "int", true, true), ("name", "string", true, false), ("tier", "enum(FREE,PRO)", true, false)]);
        team.Fields[2].HasDefault.ShouldBeTrue();
        team.Unique.ShouldHaveSingleItem().ShouldBe(["name"]);
        report.Models[0].Fields.Single(f => f.Name == "email").IsRequired.ShouldBeFalse();
        report.Relations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Child.ShouldBe("Member"), r => r.Parent.ShouldBe("Team"), r => r.IsRequired.ShouldBeTrue());
        report.Undecided.ShouldContain(u => u.About == "Creators");
    }
}
