using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace Agency.Web.Models
{
    public enum TaskState { Open, Doing, Review, Done }

    public class TaskItem
    {
        public int Id { get; set; }
        public int ProjectId { get; set; }
        public virtual Project Project { get; set; }

        [Required, MaxLength(200)]
        public string Title { get; set; }
        public string Notes { get; set; }
        public TaskState State { get; set; }
        public string AssigneeId { get; set; }
        public virtual Employee Assignee { get; set; }
        public DateTime CreatedAt { get; set; }
        public virtual ICollection<TaskComment> Comments { get; set; } = new List<TaskComment>();
        public virtual ICollection<Tag> Tags { get; set; } = new List<Tag>();
        public bool IsDone => State == TaskState.Done;
    }

    public class TaskComment
    {
        public int Id { get; set; }
        public int TaskItemId { get; set; }
        public virtual TaskItem TaskItem { get; set; }
        public string AuthorId { get; set; }

        [Required]
        public string Text { get; set; }
        public DateTime WrittenAt { get; set; }
    }

    public class Attachment
    {
        public int Id { get; set; }
        public int TaskItemId { get; set; }
        public string FileName { get; set; }
        public string Path { get; set; }
        public long Length { get; set; }
    }

    public class Tag
    {
        public int Id { get; set; }

        [Required]
        public string Name { get; set; }
        public string Colour { get; set; }
        public virtual ICollection<TaskItem> Tasks { get; set; }
    }
}
