using Agency.Web.Models;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Data
{
    public class AgencyContext : IdentityDbContext<Employee>
    {
        public AgencyContext(DbContextOptions<AgencyContext> options) : base(options)
        {
        }

        public DbSet<Client> Clients { get; set; }
        public DbSet<ClientContact> ClientContacts { get; set; }
        public DbSet<Project> Projects { get; set; }
        public DbSet<ProjectMember> ProjectMembers { get; set; }
        public DbSet<TaskItem> Tasks { get; set; }
        public DbSet<Attachment> Attachments { get; set; }
        public DbSet<TimeEntry> TimeEntries { get; set; }
        public DbSet<ActivityLogItem> ActivityLog { get; set; }
        public DbSet<ApiKey> ApiKeys { get; set; }
        public DbSet<Reminder> Reminders { get; set; }
        public DbSet<Holiday> Holidays { get; set; }
        public DbSet<SettingValue> Settings { get; set; }

        protected override void OnModelCreating(ModelBuilder builder)
        {
            base.OnModelCreating(builder);
            builder.Entity<ProjectMember>().HasKey(m => new { m.ProjectId, m.EmployeeId });
            builder.Entity<ProjectMember>().HasOne(m => m.Project).WithMany(p => p.Members).HasForeignKey(m => m.ProjectId);
            builder.Entity<Client>().HasIndex(c => c.Slug).IsUnique();
            builder.Entity<Project>(project =>
            {
                project.HasIndex(p => p.Code).IsUnique();
                project.Property(p => p.Title).HasMaxLength(120);
            });
            builder.Entity<Tag>().ToTable("Labels");
        }
    }
}
